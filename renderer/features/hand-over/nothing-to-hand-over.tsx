import type { ExportRecord } from '../../../shared/model/export';
import { messages } from '../../../shared/messages/en-gb';
import { EmptyState, Page, PageHeader } from '../../ui/page';
import { WhatHasLeft } from './what-has-left';

/** The place while nothing of the record can go. A page of what left before may turn up all the same: what left stays to be looked up. */
export function NothingToHandOver({ exports, readOnly, onSaved }: { /** null before they came. */ readonly exports: readonly ExportRecord[] | null; readonly readOnly: boolean; readonly onSaved: () => void }) {
  const words = messages.handOver;
  if (exports === null) return <Page><p className="quiet" role="status">{messages.ui.working}</p></Page>;
  if (exports.length === 0) return <EmptyState isWhole title={words.emptyTitle}><p>{words.emptyWords}</p></EmptyState>;
  return <Page><PageHeader title={words.emptyAgainTitle} description={words.emptyAgainWords} /><WhatHasLeft exports={exports} copiesTurn={0} readOnly={readOnly} onSame={null} onSaved={onSaved} /></Page>;
}
