import { Unlink } from 'lucide-react';
import { useMemo, useState } from 'react';
import { sayDate } from '../../../shared/dates';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { ComboBox } from '../../ui/select';
import { sayContactRow } from './say-contact';

const mostShown = 50;

/** One contact that this entry belongs to, or none. `except`: itself. */
export function ContactField({ label, hint, none, value, except, onChange }: { label: string; hint?: string; none: string; value: Id | null; except: Id | null; onChange: (contactId: Id | null) => void }) {
  const [typed, setTyped] = useState('');
  const rows = useAsk('case.list', { kind: 'contact' }).value?.rows;
  const chosen = rows?.find(({ id }) => id === value);
  const lower = typed.trim().toLocaleLowerCase('en-GB');
  // Saying the day of a thousand contacts takes longer than a key may.
  const others = useMemo(() => (rows ?? []).filter(({ id }) => id !== except), [rows, except]);
  const fitting = useMemo(() => (lower === '' ? others : others.filter((row) => wordsOf(row).includes(lower))).slice(0, mostShown), [others, lower]);
  if (value !== null) {
    const name = chosen ? sayContactRow(chosen) : messages.caseEntry.erasedThing;
    return (
      <div className="field" role="group" aria-label={label}>
        <span className="field-label">{label}</span>
        <div className="row"><span className="involved-name" dir="auto">{name}</span><Button tone="quiet" icon={Unlink} aria-label={messages.caseEntry.removeNamed(name)} onPress={() => onChange(null)}>{messages.police.report.takeOut}</Button></div>
      </div>
    );
  }
  return <ComboBox label={label} hint={hint ?? none} inputValue={typed} onInputChange={setTyped} options={fitting.map((row) => ({ value: row.id, label: sayContactRow(row), hint: row.reference }))} onChoose={(id) => { setTyped(''); onChange(id); }} />;
}

function wordsOf(row: CaseRow): string {
  return `${sayContactRow(row)} ${row.reference} ${sayDate(row.happened)}`.toLocaleLowerCase('en-GB');
}
