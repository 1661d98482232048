import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { BagSwept } from '../../../shared/model/bag';
import type { Id } from '../../../shared/model/identity';
import type { SweepHit } from '../../../shared/model/sweep';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { findingKey } from '../../ui-record/export-pages/finding-key';
import { SweepFindings } from '../../ui-record/export-pages/sweep-findings';

const keyInBag = (hit: SweepHit): string => findingKey(hit, null);

/** A file that stays out of the bag because of what was found in it. */
export interface LeftOut { readonly id: Id; readonly name: string }

export interface BagFindingsProps {
  readonly exportId: Id;
  readonly swept: BagSwept;
  readonly onSettled: (isSettled: boolean) => void;
  readonly onLeaveOut: (file: LeftOut) => void;
}

/** What was found in the files that would lie in the bag: each is left out, or stands with a reason. Drawn anew for each sweep. */
export function BagFindings({ exportId, swept, onSettled, onLeaveOut }: BagFindingsProps) {
  const { report, owners } = swept;
  const [released, setReleased] = useState<ReadonlyMap<string, string>>(() => new Map(swept.released.map(({ hitId, reason }) => [hitId, reason])));
  return (
    <SweepFindings
      exportId={exportId} of="bag" keyOf={keyInBag} report={report} owners={owners.map(({ hitId, documentId, name }) => ({ hitId, name: showHidden(name), ids: [documentId], exhibit: null, at: null }))} released={released} onGoTo={null} onRedact={null}
      onReleased={(next) => { setReleased(next); onSettled(isSettled(swept, next)); }}
      onLeaveOut={({ ids, name }) => { for (const id of ids) onLeaveOut({ id, name }); }}
    />
  );
}

/** Nothing of it waits for her word. */
export function isSettled({ report }: BagSwept, released: ReadonlyMap<string, string>): boolean {
  return !report.isCut && report.hits.every(({ id }) => released.has(id));
}

/** Which files stay out, and the way back for each. */
export function LeftOutFiles({ files, onPutBack }: { readonly files: readonly LeftOut[]; readonly onPutBack: (id: Id) => void }) {
  const words = messages.handOverBag;
  if (files.length === 0) return null;
  return (
    <div className="stack-tight">
      <p className="small" role="status">{words.leftOut(files.length)}</p>
      <ul className="bag-names">{files.map(({ id, name }) => <li key={id}><bdi>{name}</bdi> <Button tone="quiet" aria-label={words.putBackNamed(name)} onPress={() => onPutBack(id)}>{words.putBack}</Button></li>)}</ul>
    </div>
  );
}
