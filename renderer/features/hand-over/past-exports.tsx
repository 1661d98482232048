import { useState } from 'react';
import type { ExhibitSaid } from '../../../shared/model/exhibit-said';
import type { ExportRecord } from '../../../shared/model/export';
import { messages } from '../../../shared/messages/en-gb';
import { pagesCase } from '../../../shared/messages/en-gb/pages-case';
import { sayNumber } from '../../../shared/messages/plural';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';
import { FoldedWhenOpened } from './recipients/folded-when-opened';

/** What was handed over before: part of the record. Nothing while there is nothing. */
export function PastExports({ exports, onSame }: { readonly exports: readonly ExportRecord[]; /** To have exhibits stand again as they stood in one of them; null: that is not offered. */ readonly onSame: ((said: readonly ExhibitSaid[]) => void) | null }) {
  if (exports.length === 0) return null;
  // Asked anew with each that is saved: who had it.
  return <FoldedWhenOpened title={messages.handOver.pastTitle} summary={sayNumber(exports.length)}>{() => <PastList key={exports[0]?.id} exports={exports} onSame={onSame} />}</FoldedWhenOpened>;
}

function PastList({ exports, onSame }: Parameters<typeof PastExports>[0]) {
  const [taken, setTaken] = useState<string | null>(null);
  const copies = useAsk('copies.list', {}).value?.copies;
  const words = messages.handOver;
  const bagWords = messages.handOverBag.past;
  if (copies === undefined) return <p className="quiet" role="status">{messages.ui.working}</p>;
  const had = new Map(copies.map((copy) => [copy.exportId, messages.recipients.copyFor(copy.number, copy.to)]));
  return (
    <ul className="stack">
      {exports.map((record) => (
        <li key={record.id} className="stack-tight">
          <p><strong>{record.fileName}</strong></p>
          <Facts facts={[
            { name: words.past.to, value: <bdi>{had.get(record.id) ?? words.past.toNobody}</bdi> },
            { name: words.past.when, value: messages.dates.instant(record.atUtc) },
            ...(record.made === null ? [] : [{ name: messages.outputs.past, value: `${messages.outputs.kinds[record.made.output].label}, ${record.made.isKept === true ? messages.forKeeping.past : messages.outputs.formats[record.made.format].label}` }]),
            { name: words.past.pages, value: record.made !== null && record.made.format !== 'pdf' ? sayBytes(record.sizeBytes) : `${sayNumber(record.pageCount)} (${sayBytes(record.sizeBytes)})` },
            { name: words.past.holds, value: record.page === null ? words.holds(record.incidentCount, record.caseEntryCount, record.exhibitCount) : words.holdsPage(pagesCase.names[record.page], record.incidentCount, record.exhibitCount) },
            ...(record.redactionList === undefined ? [] : [{ name: messages.redaction.list, value: <bdi>{record.redactionList}</bdi> }]),
            ...(record.made?.said === undefined ? [] : [{ name: messages.exhibitInCopy.past, value: messages.exhibitInCopy.pastSays(record.made.said.length) }]),
            ...(record.made?.parts === undefined ? [] : [{ name: messages.bundle.inFiles.past, value: <ul>{record.made.parts.map(({ name, sha256, sizeBytes }) => <li key={name}>{name} ({sayBytes(sizeBytes)}) {words.past.hash} <span className="hash">{sha256}</span></li>)}</ul> }]),
            ...(record.released.length > 0 ? [{ name: words.past.letStand, value: <ul>{record.released.map(({ what, where, page, reason }, index) => <li key={index}>{messages.sweep.found.what[what]}, {messages.sweep.found.place({ file: [''], where, name: '', page })}: <bdi>{reason}</bdi></li>)}</ul> }] : []),
            ...(record.bag ? [{ name: bagWords.kind, value: record.bag.originals ? bagWords.originals : bagWords.copies }, ...(record.bag.bagSha256 === record.sha256 ? [] : [{ name: bagWords.own, value: <span className="hash">{record.bag.bagSha256}</span> }])] : []),
            { name: words.past.seal, value: record.sealCode },
            { name: record.bag?.bagSha256 === record.sha256 ? bagWords.own : record.made?.parts !== undefined ? messages.bundle.inFiles.sums : words.past.hash, value: <span className="hash">{record.sha256}</span> },
          ]} />
          {onSame !== null && record.made?.said !== undefined && <SameAgain said={record.made.said} fileName={record.fileName} isTaken={taken === record.id} onSame={(said) => { setTaken(record.id); onSame(said); }} />}
        </li>
      ))}
    </ul>
  );
}

function SameAgain({ said, fileName, isTaken, onSame }: { readonly said: readonly ExhibitSaid[]; readonly fileName: string; readonly isTaken: boolean; readonly onSame: (said: readonly ExhibitSaid[]) => void }) {
  const words = messages.exhibitInCopy;
  return (
    <div className="stack-tight">
      <div><Button tone="quiet" aria-label={words.sameNamed(fileName)} onPress={() => onSame(said)}>{words.same}</Button></div>
      <p role="status" className="small">{isTaken ? words.sameDone(said.length) : ''}</p>
    </div>
  );
}
