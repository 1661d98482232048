import { messages } from '../../../shared/messages/en-gb';
import type { ExhibitSaid } from '../../../shared/model/exhibit-said';
import type { ExportRecord } from '../../../shared/model/export';
import { PastExports } from './past-exports';
import { Copies } from './recipients/copies';
import { Given } from './recipients/given';

export interface WhatHasLeftProps {
  readonly exports: readonly ExportRecord[];
  /** Another number after each copy that is saved: the lists are asked for anew. */
  readonly copiesTurn: number;
  readonly readOnly: boolean;
  /** To have exhibits stand again as they stood in one of them; null where nothing can be made of it now. */
  readonly onSame: ((said: readonly ExhibitSaid[]) => void) | null;
  /** A page of what police and others were given was saved. */
  readonly onSaved: () => void;
}

/** What left this computer, whose each copy was, and what police and others were given. */
export function WhatHasLeft({ exports, copiesTurn, readOnly, onSame, onSaved }: WhatHasLeftProps) {
  const words = messages.handOver;
  return (
    <section className="hand-over-records" aria-label={words.recordsTitle}>
      <h2>{words.recordsTitle}</h2>
      <PastExports exports={exports} onSame={onSame} />
      <Copies key={`copies ${copiesTurn}`} readOnly={readOnly} />
      <Given key={`given ${copiesTurn}`} onSaved={onSaved} />
    </section>
  );
}
