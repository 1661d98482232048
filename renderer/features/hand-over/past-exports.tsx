import type { ExportRecord } from '../../../shared/model/export';
import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { Folded } from '../../ui/folded';
import { Facts, Section } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';

/** What was handed over before: part of the record. */
export function PastExports({ exports }: { exports: readonly ExportRecord[] }) {
  const words = messages.handOver;
  return (
    <Section title={words.pastTitle}>
      {exports.length === 0 && <p className="quiet">{words.pastNone}</p>}
      {exports.map((record) => (
        <Folded key={record.id} title={record.fileName} summary={messages.dates.instant(record.atUtc)}>
          <Facts facts={[
            { name: words.past.when, value: messages.dates.instant(record.atUtc) },
            { name: words.past.pages, value: `${sayNumber(record.pageCount)} (${sayBytes(record.sizeBytes)})` },
            { name: words.past.holds, value: words.holds(record.incidentCount, record.exhibitCount) },
            { name: words.past.seal, value: record.sealCode },
            { name: words.past.hash, value: <span className="hash">{record.sha256}</span> },
          ]} />
        </Folded>
      ))}
    </Section>
  );
}
