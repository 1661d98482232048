import type { ExportRecord } from '../../../shared/model/export';
import { messages } from '../../../shared/messages/en-gb';
import { pagesCase } from '../../../shared/messages/en-gb/pages-case';
import { sayNumber } from '../../../shared/messages/plural';
import { Folded } from '../../ui/folded';
import { Facts } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';

/** What was handed over before: part of the record. Nothing while there is nothing. */
export function PastExports({ exports }: { exports: readonly ExportRecord[] }) {
  const words = messages.handOver;
  const bagWords = messages.handOverBag.past;
  if (exports.length === 0) return null;
  return (
    <Folded level={2} title={words.pastTitle} summary={sayNumber(exports.length)}>
      <ul className="stack">
        {exports.map((record) => (
          <li key={record.id}>
            <p><strong>{record.fileName}</strong></p>
            <Facts facts={[
              { name: words.past.when, value: messages.dates.instant(record.atUtc) },
              ...(record.made === null ? [] : [{ name: messages.outputs.past, value: `${messages.outputs.kinds[record.made.output].label}, ${messages.outputs.formats[record.made.format].label}` }]),
              { name: words.past.pages, value: record.made !== null && record.made.format !== 'pdf' ? sayBytes(record.sizeBytes) : `${sayNumber(record.pageCount)} (${sayBytes(record.sizeBytes)})` },
              { name: words.past.holds, value: record.page === null ? words.holds(record.incidentCount, record.caseEntryCount, record.exhibitCount) : words.holdsPage(pagesCase.names[record.page], record.incidentCount, record.exhibitCount) },
              ...(record.released.length > 0 ? [{ name: words.past.letStand, value: <ul>{record.released.map(({ what, where, page, reason }, index) => <li key={index}>{messages.sweep.found.what[what]}, {messages.sweep.found.place({ file: [''], where, name: '', page })}: <bdi>{reason}</bdi></li>)}</ul> }] : []),
              ...(record.bag ? [{ name: bagWords.kind, value: record.bag.originals ? bagWords.originals : bagWords.copies }, ...(record.bag.bagSha256 === record.sha256 ? [] : [{ name: bagWords.own, value: <span className="hash">{record.bag.bagSha256}</span> }])] : []),
              { name: words.past.seal, value: record.sealCode },
              { name: record.bag?.bagSha256 === record.sha256 ? bagWords.own : words.past.hash, value: <span className="hash">{record.sha256}</span> },
            ]} />
          </li>
        ))}
      </ul>
    </Folded>
  );
}
