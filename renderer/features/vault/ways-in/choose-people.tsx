import { X } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../../../../shared/model/person';
import { messages } from '../../../../shared/messages/en-gb';
import { personRoleLabels } from '../../../../shared/picklists';
import { useAsk } from '../../../app/use-ask';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ComboBox } from '../../../ui/select';

/** Of these nobody is offered; typed all the same, the program asks whether she is sure. */
const notOffered: ReadonlySet<Person['role']> = new Set(['me', 'accused', 'police', 'child']);
const typedOption = 'typed:';

export interface ChoosePeopleProps {
  readonly people: readonly string[];
  readonly most: number;
  readonly error: string | null;
  readonly onChange: (people: readonly string[]) => void;
}

/** People by name: from her list of people, or typed. Only the names are kept. */
export function ChoosePeople({ people, most, error, onChange }: ChoosePeopleProps) {
  const texts = messages.waysIn.shares;
  const everyone = useAsk('people.list', {}).value?.people ?? [];
  const [typed, setTyped] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const name = typed.trim();
  const offered = everyone.filter((person) => !notOffered.has(person.role) && !people.includes(person.name) && person.name.toLowerCase().includes(name.toLowerCase()));
  const isListed = offered.some((person) => person.name.toLowerCase() === name.toLowerCase());
  const options = [
    ...offered.map((person) => ({ value: person.name, label: person.name, hint: personRoleLabels[person.role].label })),
    ...(name !== '' && !isListed ? [{ value: `${typedOption}${name}`, label: texts.addTyped(name) }] : []),
  ];
  const add = (chosen: string): void => {
    setTyped('');
    const refusal = people.length >= most ? texts.full : people.some((each) => each.toLowerCase() === chosen.toLowerCase()) ? texts.already : null;
    setComplaint(refusal);
    if (refusal === null && chosen !== '') onChange([...people, chosen.slice(0, 120)]);
  };
  const cautions = people.flatMap((chosen) => everyone.filter((person) => (person.role === 'accused' || person.role === 'police') && person.name.toLowerCase() === chosen.toLowerCase()));
  return (
    <div className="stack-tight">
      {/* Enter adds what was typed, unless an option is marked; it must not send the form, whose passphrase is asked for further down. */}
      <div
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || (event.target as HTMLElement).getAttribute('aria-activedescendant')) return;
          event.preventDefault();
          event.stopPropagation();
          if (name !== '') add(offered.find((person) => person.name.toLowerCase() === name.toLowerCase())?.name ?? name);
        }}
      >
        <ComboBox
          label={texts.people} hint={texts.peopleHint} error={complaint ?? error} options={options} inputValue={typed}
          onInputChange={(text) => { setTyped(text); if (text !== '') setComplaint(null); }}
          onChoose={(value) => add(value.startsWith(typedOption) ? value.slice(typedOption.length) : value)}
        />
      </div>
      {people.length > 0 && (
        <ul className="chosen-people" aria-label={texts.chosen}>
          {people.map((chosen) => (
            <li key={chosen}><span dir="auto">{chosen}</span><Button tone="quiet" icon={X} aria-label={texts.takeOut(chosen)} onPress={() => onChange(people.filter((each) => each !== chosen))}>{texts.takeOutShort}</Button></li>
          ))}
        </ul>
      )}
      {cautions.map((person) => <Notice key={person.id} tone="needs-you" announce>{texts.caution(person.name, personRoleLabels[person.role].label)}</Notice>)}
    </div>
  );
}
