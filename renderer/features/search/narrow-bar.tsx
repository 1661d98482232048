import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { personOf } from '../../../shared/model/person';
import { everywhere, type SearchFilter, SearchSubject } from '../../../shared/model/search';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { todayHere } from '../../ui/dated-value';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { daysOfPeriod } from '../../ui/days-of-period';

const any = 'any';
const isNarrowed = (filter: SearchFilter): boolean => JSON.stringify(filter) !== JSON.stringify(everywhere);

/** Where to look: one line of choices, each of which means everything until it is used. What narrows the search is never out of sight. */
export function NarrowBar({ filter, onChange }: { filter: SearchFilter; onChange: (filter: SearchFilter) => void }) {
  const words = messages.finding.narrow;
  const [isOpen, setOpen] = useState(() => isNarrowed(filter));
  // As typed: the filter holds days alone.
  const [period, setPeriod] = useState({ from: filter.fromDay, to: filter.toDay });
  const people = useAsk('people.list', {}).value?.people ?? [];
  const { groups } = messages.finding;
  function typePeriod(next: typeof period): void {
    setPeriod(next);
    onChange({ ...filter, fromDay: daysOfPeriod(next.from, todayHere()).earliest, toDay: daysOfPeriod(next.to, todayHere()).latest });
  }
  const [subject] = filter.subjects;
  return (
    <div className="narrow" role="group" aria-label={words.label}>
      <div className="row">
        <Button icon={ListFilter} aria-expanded={isOpen || isNarrowed(filter)} onPress={() => setOpen(!isOpen)}>{words.label}</Button>
        {isNarrowed(filter) && <Button tone="quiet" onPress={() => { setPeriod({ from: '', to: '' }); onChange(everywhere); }}>{words.clear}</Button>}
      </div>
      {(isOpen || isNarrowed(filter)) && (
        <div className="narrow-fields">
          <Select label={words.kind} value={subject ?? any} options={[{ value: any, label: words.everything }, ...SearchSubject.options.map((value) => ({ value, label: groups[value] }))]} onChange={(chosen) => onChange({ ...filter, subjects: chosen === any ? [] : [SearchSubject.parse(chosen)] })} />
          <Select label={words.person} value={personOf(people, filter.personId)?.id ?? any} options={[{ value: any, label: words.anyone }, ...people.map((person) => ({ value: person.id, label: person.name }))]} onChange={(id) => onChange({ ...filter, personId: id === any ? null : id })} />
          <TextField label={words.from} value={period.from} onChange={(from) => typePeriod({ ...period, from })} placeholder={words.periodHint} autoComplete="off" />
          <TextField label={words.to} value={period.to} onChange={(to) => typePeriod({ ...period, to })} autoComplete="off" />
          <Checkbox isSelected={filter.hasFile} onChange={(hasFile) => onChange({ ...filter, hasFile })}>{words.hasFile}</Checkbox>
        </div>
      )}
      {(filter.fromDay !== '' || filter.toDay !== '') && <p className="small quiet">{words.withoutDate}</p>}
    </div>
  );
}
