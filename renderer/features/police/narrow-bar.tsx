import { useState } from 'react';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { ContactForm } from '../../../shared/model/case/contact';
import type { Id } from '../../../shared/model/identity';
import { idsOf, type Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { contactFormLabels } from '../../../shared/picklists';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { Folded } from '../../ui/folded';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { allContacts, type ContactNarrowing, isNarrowed } from './narrow-contacts';

const anything = 'any';
const isForm = (form: string): form is ContactForm => form in contactFormLabels;

/** What narrows the list of contacts; offers only forms and people that are in it. */
export function NarrowBar({ value, onChange, rows, people, shownCount }: { value: ContactNarrowing; onChange: (value: ContactNarrowing) => void; rows: readonly CaseRow[]; people: readonly Person[]; shownCount: number }) {
  const texts = messages.police.narrow;
  const isOn = isNarrowed(value);
  const [isOpen, setOpen] = useState(isOn);
  return (
    <Folded level={2} title={texts.title} summary={isOn ? texts.shown(shownCount, rows.length) : undefined} open={{ is: isOpen, set: setOpen }}>
      {isOpen && <NarrowFields value={value} onChange={onChange} rows={rows} people={people} />}
    </Folded>
  );
}

/** Not drawn while they are folded away: with each drawing of the list, everybody would be put into a select again. */
function NarrowFields({ value, onChange, rows, people }: { value: ContactNarrowing; onChange: (value: ContactNarrowing) => void; rows: readonly CaseRow[]; people: readonly Person[] }) {
  const texts = messages.police.narrow;
  const forms = [...new Set(rows.map(({ form }) => form).filter(isForm))].sort();
  const used = new Set<Id>(rows.flatMap(({ personIds }) => personIds));
  return (
    <div className="narrow-contacts">
      <TextField label={texts.text} value={value.text} onChange={(text) => onChange({ ...value, text })} autoComplete="off" maxLength={200} />
      <Select<ContactForm | typeof anything> label={texts.form} options={[{ value: anything, label: texts.anyForm }, ...forms.map((form) => ({ value: form, label: contactFormLabels[form].label }))]} value={value.form ?? anything} onChange={(form) => onChange({ ...value, form: form === anything ? null : form })} />
      <Select label={texts.person} options={[{ value: anything, label: texts.anybody }, ...people.filter((person) => idsOf(person).some((id) => used.has(id))).map(({ id, name }) => ({ value: id, label: name }))]} value={value.personId ?? anything} onChange={(id) => onChange({ ...value, personId: id === anything ? null : id })} />
      <Checkbox isSelected={value.withoutOutcome} onChange={(withoutOutcome) => onChange({ ...value, withoutOutcome })} hint={texts.noOutcomeHint}>{texts.noOutcome}</Checkbox>
      {isNarrowed(value) && <div className="row"><Button tone="quiet" onPress={() => onChange(allContacts)}>{texts.all}</Button></div>}
    </div>
  );
}
