import { sayDate } from '../../../shared/dates';
import { dayWritten, withDay } from '../../../shared/deadlines/written-days';
import { deadlineRule, deadlineRules } from '../../../shared/deadlines/rules';
import { messages } from '../../../shared/messages/en-gb';
import type { Deadline, LimitDay } from '../../../shared/model/case/deadline';
import { undated } from '../../../shared/model/dated';
import { DatedField } from '../../ui/dated-field';
import { RadioGroup } from '../../ui/choices';
import { Facts, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { nameOfDeadline } from '../../ui-record/say-deadline';
import { ContactField } from './contact-field';
import { DayField } from './day-field';
import { WorkedOut } from './worked-out';
import './deadlines.css';

/** How a time limit is written and read. */
export const deadlineForm: CaseEntryForm<'deadline'> = {
  name: messages.deadlines.name,
  title: (content) => (content.title === '' && content.rule === '' ? null : nameOfDeadline(content)),
  fields: (draft) => <DeadlineFields draft={draft} />,
  reading: (content) => <DeadlineReading content={content} />,
};

/** A select cannot hold ''. */
const own = 'own';
const ruleOptions = [...deadlineRules.map(({ id, name }) => ({ value: id, label: name })), { value: own, label: messages.deadlines.own, hint: messages.deadlines.ownHint }];
const settledOptions = (['no', 'done', 'let-go'] as const).map((value) => ({ value, label: messages.deadlines.settledChoices[value] }));

function DeadlineFields({ draft: { content, change, flush } }: { draft: CaseDraft<'deadline'> }) {
  const texts = messages.deadlines;
  const rule = deadlineRule(content.rule);
  const save = (): void => void flush();
  return (
    <>
      <Select
        label={texts.rule} hint={texts.ruleHint} value={content.rule === '' ? (dayWritten(content, 'ownDay').typed === '' && content.title === '' ? null : own) : content.rule}
        options={rule === null && content.rule !== '' ? [...ruleOptions, { value: content.rule, label: texts.unknownRule }] : ruleOptions}
        onChange={(chosen) => change(withRule(content, chosen === own ? '' : chosen))}
      />
      {rule && <DayField key={`${rule.id} from`} label={rule.fromDay.label} hint={rule.fromDay.hint} value={dayWritten(content, 'fromDay')} onChange={(written) => change(withDay(content, 'fromDay', written))} onBlur={save} />}
      {rule?.secondDay && <DayField key={`${rule.id} second`} label={rule.secondDay.label} hint={rule.secondDay.hint} value={dayWritten(content, 'secondDay')} onChange={(written) => change(withDay(content, 'secondDay', written))} onBlur={save} />}
      {content.rule === '' && <DayField label={texts.ownDay} value={dayWritten(content, 'ownDay')} onChange={(written) => change(withDay(content, 'ownDay', written))} onBlur={save} />}
      {(content.rule !== '' || dayWritten(content, 'ownDay').typed !== '') && <WorkedOut deadline={content} />}
      <TextField label={texts.called} hint={texts.calledHint} value={content.title} onChange={(title) => change({ title })} onBlur={save} maxLength={300} autoComplete="off" />
      <Section title={texts.letter}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
      <ContactField value={content.contactId} onChange={(contactId) => change({ contactId })} />
      <RadioGroup label={texts.settled} across options={settledOptions} value={content.settled} onChange={(settled) => change({ settled })} />
      {content.settled !== 'no' && <DatedField label={texts.settledOn} value={content.settledOn} onChange={(settledOn) => change({ settledOn })} onBlur={save} asksBasis={false} />}
      <TextArea label={texts.note} value={content.note} onChange={(note) => change({ note })} onBlur={save} maxLength={20_000} />
    </>
  );
}

/** Another rule asks for other days: those that it does not ask for go, with their words. */
function withRule(content: Deadline, rule: string): Partial<Deadline> {
  const kept = { ...content, ...(deadlineRule(rule)?.secondDay ? {} : withDay(content, 'secondDay', undated)) };
  const { secondDay, ownDay, asWritten } = { ...kept, ...(rule === '' ? {} : withDay(kept, 'ownDay', undated)) };
  return { rule, secondDay, ownDay, asWritten };
}

/** A day as it is known, or her words where they are no day; nothing where she wrote none. */
function saidDay(content: Deadline, which: LimitDay, label: string): { name: string; value: string }[] {
  const written = dayWritten(content, which);
  if (written.typed === '') return [];
  return content[which] === '' ? [{ name: messages.deadlines.asWritten(label), value: sayDate(written) }] : [{ name: label, value: sayDate({ ...written, timeOfDay: '' }, { weekday: true }) }];
}

function DeadlineReading({ content }: { content: Deadline }) {
  const texts = messages.deadlines;
  const rule = deadlineRule(content.rule);
  const facts = [
    ...(rule ? saidDay(content, 'fromDay', rule.fromDay.label) : content.rule === '' ? saidDay(content, 'ownDay', texts.ownDay) : []),
    ...(rule?.secondDay ? saidDay(content, 'secondDay', rule.secondDay.label) : []),
    ...(content.settled === 'no' ? [] : [{ name: texts.settled, value: [texts.settledChoices[content.settled], sayDate(content.settledOn)].filter(Boolean).join(', ') }]),
  ];
  return (
    <div className="reading">
      <WorkedOut deadline={content} />
      {facts.length > 0 && <Facts facts={facts} />}
      {content.note && <p className="account-small" dir="auto">{content.note}</p>}
      <Section title={texts.letter}><EvidenceField value={content.evidence} onChange={null} /></Section>
      {content.contactId !== null && <Section title={texts.contact}><ContactField value={content.contactId} onChange={null} /></Section>}
    </div>
  );
}
