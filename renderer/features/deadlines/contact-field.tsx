import { useState } from 'react';
import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { Id } from '../../../shared/model/identity';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { ComboBox } from '../../ui/select';

/** So many are offered at once; typing narrows them. */
const offered = 20;

/** Which contact it came from, found by typing. `onChange` null: it is only read, and leads there. */
export function ContactField({ value, onChange }: { value: Id | null; onChange: ((value: Id | null) => void) | null }) {
  const texts = messages.deadlines;
  const { go } = usePlaces();
  const [typed, setTyped] = useState('');
  const known = useAsk('case.list', { kind: 'contact' }).value?.rows;
  const rows = known ?? [];
  const chosen = rows.find(({ id }) => id === value);
  if (known !== undefined && value !== null && chosen === undefined) return <div className="stack-tight"><span className="field-label">{texts.contact}</span><div className="row"><span className="quiet">{messages.caseEntry.erasedThing}</span>{onChange && <Button tone="quiet" onPress={() => onChange(null)}>{messages.caseEntry.takeOut}</Button>}</div></div>;
  if (!onChange) return chosen ? <div className="row"><span dir="auto">{nameOf(chosen)}</span><Button tone="quiet" onPress={() => go({ name: 'police', view: 'contacts', entryId: chosen.id })}>{messages.caseFront.open}</Button></div> : null;
  if (chosen) return <div className="stack-tight"><span className="field-label">{texts.contact}</span><div className="row"><span dir="auto">{nameOf(chosen)}</span><Button tone="quiet" onPress={() => onChange(null)}>{messages.caseEntry.takeOut}</Button></div></div>;
  if (rows.length === 0) return null;
  const fitting = rows.filter((row) => nameOf(row).toLocaleLowerCase('en-GB').includes(typed.trim().toLocaleLowerCase('en-GB'))).slice(0, offered);
  return <ComboBox label={texts.contact} hint={texts.contactHint} options={fitting.map((row) => ({ value: row.id, label: nameOf(row) }))} inputValue={typed} onInputChange={setTyped} onChoose={(id) => { setTyped(''); onChange(id); }} />;
}

function nameOf({ title, opening, happened }: CaseRow): string {
  return [sayDate(happened), title || opening.slice(0, 80) || messages.incident.empty].filter(Boolean).join(' · ');
}
