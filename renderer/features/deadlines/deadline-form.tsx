import { sayDay } from '../../../shared/layouts/say';
import { messages } from '../../../shared/messages/en-gb';
import type { Deadline } from '../../../shared/model/case/deadline';
import { Facts, Section } from '../../ui/page';
import { TextArea, TextField } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { DayField } from './day-field';

/** How a time limit is written and read. */
export const deadlineForm: CaseEntryForm<'deadline'> = {
  name: messages.deadlines.name,
  title: (content) => content.title || null,
  fields: (draft) => <DeadlineFields draft={draft} />,
  reading: (content) => <DeadlineReading content={content} />,
};

function DeadlineFields({ draft: { content, change, flush } }: { draft: CaseDraft<'deadline'> }) {
  const texts = messages.deadlines;
  const save = (): void => void flush();
  return (
    <>
      <TextField label={texts.called} value={content.title} onChange={(title) => change({ title })} onBlur={save} maxLength={300} autoComplete="off" />
      <DayField label={texts.ownDay} value={content.ownDay} onChange={(ownDay) => change({ ownDay })} onBlur={save} />
      <Section title={texts.letter}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
      <TextArea label={texts.note} value={content.note} onChange={(note) => change({ note })} onBlur={save} maxLength={20_000} />
    </>
  );
}

function DeadlineReading({ content }: { content: Deadline }) {
  const texts = messages.deadlines;
  return (
    <div className="reading">
      {content.ownDay !== '' && <Facts facts={[{ name: texts.ownDay, value: sayDay(content.ownDay) }]} />}
      {content.note && <p className="account-small" dir="auto">{content.note}</p>}
      <Section title={texts.letter}><EvidenceField value={content.evidence} onChange={null} /></Section>
    </div>
  );
}
