import { PenLine, Columns2 } from 'lucide-react';
import { useState } from 'react';
import type { Incident } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { ContentReading, headingOf } from './content-reading';
import { EraseButton } from './erase-button';
import { LinksField } from './links-field';

/** The record as it stands, with every earlier reading beside it on request. */
export function RecordReading({ incident, onChanged, onAmend }: { incident: Incident; onChanged: (incident: Incident) => void; onAmend: () => void }) {
  const texts = messages.incident;
  const { readOnly } = useProgram();
  const people = useAsk('people.list', {}).value?.people ?? [];
  const [beside, setBeside] = useState<number | null>(null);
  const newest = incident.versions[incident.versions.length - 1];
  const older = beside === null ? undefined : incident.versions.find(({ number }) => number === beside);
  const isAmended = incident.versions.length > 1;
  return (
    <article className={`incident${older ? ' incident-wide' : ''}`} aria-label={headingOf(incident.content)}>
      <div className="incident-head">
        <h1 dir="auto" className={incident.content.title ? undefined : 'heading-date'}>{headingOf(incident.content)}</h1>
        <p className="quiet small">{incident.firstRecordedUtc && texts.recorded(messages.dates.instant(incident.firstRecordedUtc))}{isAmended && newest && <> · {texts.amendedAt(messages.dates.instant(newest.atUtc))}</>}</p>
        {isAmended && newest && <p className="small"><strong>{texts.reasonWas}:</strong> <span dir="auto">{newest.reason}</span></p>}
        {!readOnly && <div className="row"><Button icon={PenLine} onPress={onAmend}>{incident.pendingAmendment ? texts.amendGoOn : texts.amend}</Button>{isAmended && <Button icon={Columns2} tone="quiet" onPress={() => setBeside(older ? null : 1)}>{older ? texts.compareStop : texts.compare}</Button>}</div>}
        {incident.pendingAmendment && <Notice tone="needs-you">{texts.amendWaiting}</Notice>}
      </div>
      {older && newest ? (
        <div className="versions">
          <section aria-label={texts.version(older.number)}>
            {incident.versions.length > 2 ? <Select label={texts.original} hideLabel value={String(older.number)} options={incident.versions.slice(0, -1).map(({ number }) => ({ value: String(number), label: texts.version(number) }))} onChange={(number) => setBeside(Number(number))} /> : <h2>{texts.version(older.number)}</h2>}
            <p className="quiet small">{messages.dates.instant(older.atUtc)}{older.reason && <> · {texts.reasonWas}: <span dir="auto">{older.reason}</span></>}</p>
            <ContentReading content={older.content} people={people} />
          </section>
          <section aria-label={texts.now}><h2>{texts.now}</h2><p className="quiet small">{messages.dates.instant(newest.atUtc)}</p><ContentReading content={newest.content} people={people} /></section>
        </div>
      ) : <ContentReading content={incident.content} people={people} isDateSaid={incident.content.title === ''} />}
      <Section title={texts.evidence}><LinksField incident={incident} onChanged={onChanged} isFixed={readOnly} /></Section>
      <IncidentHistory incident={incident} />
      {!readOnly && <div className="row"><EraseButton incident={incident} onErased={onChanged} /></div>}
    </article>
  );
}

/** Everything that happened to this entry, by this computer's clock. */
export function IncidentHistory({ incident }: { incident: Incident }) {
  const texts = messages.incident;
  const history = useAsk('history.list', { subjectId: incident.id, offset: 0, limit: 200 });
  const entries = history.value?.entries ?? [];
  return (
    <Folded title={texts.history}>
      {entries.length === 0 ? <p className="quiet">{texts.historyNone}</p> : <ol className="incident-history">{entries.map((entry) => <li key={entry.sequence}><span className="quiet">{messages.dates.instant(entry.atUtc)}</span> {texts.historyKinds[entry.kind]}</li>)}</ol>}
    </Folded>
  );
}
