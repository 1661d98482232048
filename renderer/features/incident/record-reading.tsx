import { Columns2, PenLine } from 'lucide-react';
import { useState } from 'react';
import type { Incident } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { UndoLine } from '../../ui/undo-line';
import { RedactButton } from '../../ui-record/redaction/redact-words';
import { TagsField } from '../../ui-record/tags-field';
import { ContentReading, headingOf, sayHappened } from './content-reading';
import { EntryHistory } from '../../ui-record/entry/entry-history';
import { EraseButton } from './erase-button';
import { LinksField } from './links-field';

/** A name longer than this is set smaller: it is a sentence, not a title. */
const longName = 80;

export interface RecordReadingProps {
  incident: Incident;
  onChanged: (incident: Incident) => void;
  onAmend: () => void;
  /** Brings an amendment back that was set aside a moment ago. */
  onBringBack: (() => void) | null;
}

/** The record as it stands, with every earlier reading beside it on request. */
export function RecordReading({ incident, onChanged, onAmend, onBringBack }: RecordReadingProps) {
  const texts = messages.incident;
  const { readOnly } = useProgram();
  const people = useAsk('people.list', {}).value?.people ?? [];
  const [beside, setBeside] = useState<number | null>(null);
  const newest = incident.versions[incident.versions.length - 1];
  const older = beside === null ? undefined : incident.versions.find(({ number }) => number === beside);
  const isAmended = incident.versions.length > 1;
  const { title } = incident.content;
  return (
    <article className={`incident${older ? ' incident-wide' : ''}`} aria-label={headingOf(incident.content)} data-wants-room={older ? '' : undefined}>
      <div className="incident-top">
        <p className="quiet small">{incident.firstRecordedUtc && texts.recorded(messages.dates.instant(incident.firstRecordedUtc))}{isAmended && newest && <><br />{texts.amendedAt(messages.dates.instant(newest.atUtc))}</>}</p>
        <div className="row">
          {!readOnly && <Button icon={PenLine} onPress={onAmend}>{incident.pendingAmendment ? texts.amendGoOn : texts.amend}</Button>}
          {isAmended && <Button icon={Columns2} tone="quiet" onPress={() => setBeside(older ? null : 1)}>{older ? texts.compareStop : texts.compare}</Button>}
        </div>
      </div>
      {incident.pendingAmendment && <Notice tone="needs-you">{texts.amendWaiting}</Notice>}
      {onBringBack && <UndoLine text={texts.amendSetAside} onUndo={onBringBack} undoLabel={texts.amendBringBack} />}
      <div className="incident-head">
        {title && !older && <p className="reading-date">{sayHappened(incident.content)}</p>}
        <h1 dir="auto" className={title === '' || title.length > longName ? 'heading-small' : undefined}>{headingOf(incident.content)}</h1>
        {!title && !older && incident.content.happened.basis && <p className="quiet">{sayHappened(incident.content)}</p>}
        {isAmended && newest && !older && <p className="small measure"><strong>{texts.whyAmended}</strong> <span dir="auto">{newest.reason}</span></p>}
      </div>
      {older && newest ? (
        <div className="versions">
          <section aria-label={texts.version(older.number)}>
            {incident.versions.length > 2 ? <Select label={texts.original} hideLabel value={String(older.number)} options={incident.versions.slice(0, -1).map(({ number, atUtc }) => ({ value: String(number), label: texts.versionWhen(number, messages.dates.instant(atUtc)) }))} onChange={(number) => setBeside(Number(number))} /> : <h2>{texts.version(older.number)}</h2>}
            <p className="quiet small">{incident.versions.length === 2 && messages.dates.instant(older.atUtc)}{older.reason && <>{texts.reasonWas}: <span dir="auto">{older.reason}</span></>}</p>
            <ContentReading content={older.content} people={people} />
          </section>
          <section aria-label={texts.now}>
            <h2>{texts.now}</h2>
            <p className="quiet small">{messages.dates.instant(newest.atUtc)}{newest.reason && <><br />{texts.reasonWas}: <span dir="auto">{newest.reason}</span></>}</p>
            <ContentReading content={newest.content} people={people} />
          </section>
        </div>
      ) : <ContentReading content={incident.content} people={people} isDateSaid />}
      <Section title={texts.evidence}><LinksField incident={incident} onChanged={onChanged} isFixed={readOnly} /></Section>
      <Section title={messages.tagging.title}><TagsField subject={{ kind: 'incident', id: incident.id }} readOnly={readOnly} /></Section>
      <EntryHistory entry={incident} />
      {!readOnly && <div className="row"><RedactButton /><EraseButton incident={incident} onErased={onChanged} /></div>}
    </article>
  );
}
