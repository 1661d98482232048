import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { Tie, TieKind } from '../../../shared/model/case/tie';
import { type Person, personOf } from '../../../shared/model/person';
import { tieKnownLabels, tieLabels } from '../../../shared/picklists';
import { useAsk } from '../../app/use-ask';
import { DatedField } from '../../ui/dated-field';
import { Facts, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { PrivilegedField, PrivilegedReading } from '../../ui-record/case-entry/privileged-field';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { OnePersonField } from '../../ui-record/entry/one-person-field';

const kinds = (Object.keys(tieLabels) as TieKind[]).map((value) => ({ value, label: tieLabels[value].label, hint: tieLabels[value].explanation }));
const knownOptions = (Object.keys(tieKnownLabels) as Tie['known'][]).map((value) => ({ value, label: tieKnownLabels[value] }));

/** How a tie is written and read. `people`: everybody, for names. */
export function tieForm(people: readonly Person[]): CaseEntryForm<'tie'> {
  return {
    name: messages.ties.name,
    title: (content) => sayTie(content, people),
    fields: (draft) => <TieFields draft={draft} />,
    reading: (content) => <TieReading content={content} people={people} />,
  };
}

/** "Craig supervised PC Holt"; null while either is not chosen. */
export function sayTie({ fromId, toId, tie }: Tie, people: readonly Person[]): string | null {
  const called = (id: string | null): string | null => id === null ? null : personOf(people, id)?.name ?? messages.people.erasedPerson;
  const [from, to] = [called(fromId), called(toId)];
  return from === null || to === null ? null : tieLabels[tie ?? 'other'].between(from, to);
}

function TieFields({ draft: { content, change, flush } }: { draft: CaseDraft<'tie'> }) {
  const texts = messages.ties;
  const people = useAsk('people.list', {});
  const known = people.value?.people ?? [];
  const save = (): void => void flush();
  return (
    <>
      <OnePersonField label={texts.from} value={content.fromId} people={known} except={content.toId === null ? [] : [content.toId]} onChange={(fromId) => change({ fromId })} onPeopleChanged={people.again} />
      <Select label={texts.kind} options={kinds} value={content.tie} onChange={(tie) => change({ tie })} />
      <OnePersonField label={texts.to} value={content.toId} people={known} except={content.fromId === null ? [] : [content.fromId]} newRole="police" onChange={(toId) => change({ toId })} onPeopleChanged={people.again} />
      <TextArea label={texts.words} hint={texts.wordsHint} value={content.words} onChange={(words) => change({ words })} onBlur={save} maxLength={5000} />
      <DatedField label={texts.began} value={content.began} onChange={(began) => change({ began })} onBlur={save} />
      <DatedField label={texts.ended} hint={texts.endedHint} value={content.ended} onChange={(ended) => change({ ended })} onBlur={save} />
      <Select label={texts.known} options={knownOptions} value={content.known} onChange={(how) => change({ known: how })} />
      {content.known === 'told' && <OnePersonField label={texts.toldBy} value={content.toldById} people={known} onChange={(toldById) => change({ toldById })} onPeopleChanged={people.again} />}
      <TextField label={texts.source} hint={texts.sourceHint} value={content.source} onChange={(source) => change({ source })} onBlur={save} maxLength={5000} autoComplete="off" />
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
      <PrivilegedField value={content.privilegedNote} onChange={(privilegedNote) => change({ privilegedNote })} onBlur={save} />
    </>
  );
}

function TieReading({ content, people }: { content: Tie; people: readonly Person[] }) {
  const texts = messages.ties;
  const toldBy = content.toldById === null ? undefined : personOf(people, content.toldById)?.name ?? messages.people.erasedPerson;
  const facts = [
    { name: texts.kind, value: content.tie === null ? '' : tieLabels[content.tie].label },
    { name: texts.began, value: sayDate(content.began) }, { name: texts.ended, value: sayDate(content.ended) },
    { name: texts.known, value: content.known === 'not-said' ? '' : [tieKnownLabels[content.known], toldBy].filter(Boolean).join(': ') },
    { name: texts.source, value: content.source },
  ].filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value: <span dir="auto">{value}</span> }));
  return (
    <div className="reading">
      {content.words && <p className="account-small" dir="auto">{content.words}</p>}
      <Facts facts={facts} />
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={null} /></Section>
      <PrivilegedReading value={content.privilegedNote} />
    </div>
  );
}
