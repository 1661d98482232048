import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { sayDate } from '../../../shared/dates';
import { type ChronologyFilter, ChronologySubject, wholeChronology } from '../../../shared/model/chronology';
import { personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { abuseKinds } from '../../../shared/picklists';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { daysOfPeriod } from '../../ui/days-of-period';
import { todayHere } from '../../ui/dated-value';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { TagSelect } from '../../ui-record/tag-select';

const any = 'any';

/** The period as she typed it, which the filter does not hold; kept beside it while the vault is open. */
let lastPeriod = { from: '', to: '' };

/** As she typed it; of a period that she came with, its days. */
function wordsOfPeriod({ fromDay, toDay }: ChronologyFilter): typeof lastPeriod {
  const isHers = daysOfPeriod(lastPeriod.from, todayHere()).earliest === fromDay && daysOfPeriod(lastPeriod.to, todayHere()).latest === toDay;
  if (!isHers) lastPeriod = { from: sayDay(fromDay), to: sayDay(toDay) };
  return lastPeriod;
}

const sayDay = (day: string): string => sayDate({ edtf: day, timeOfDay: '', timeApproximate: false });

const holdsMore = ({ text: _, ...rest }: ChronologyFilter): boolean => { const { text: __, ...none } = wholeChronology; return JSON.stringify(rest) !== JSON.stringify(none); };

/** Words, what is shown, period, person, kind of abuse, tag, evidence. The words are always in sight, the rest one press away. */
export function FilterBar({ filter, onChange }: { filter: ChronologyFilter; onChange: (filter: ChronologyFilter) => void }) {
  const texts = messages.chronology;
  // What narrows the list is never out of sight.
  const [isOpen, setOpen] = useState(() => holdsMore(filter));
  const [period, setPeriod] = useState(() => wordsOfPeriod(filter));
  const { from, to } = period;
  const typePeriod = (next: typeof period): void => {
    lastPeriod = next;
    setPeriod(next);
    onChange({ ...filter, fromDay: daysOfPeriod(next.from, todayHere()).earliest, toDay: daysOfPeriod(next.to, todayHere()).latest });
  };
  const people = useAsk('people.list', isOpen ? {} : null).value?.people ?? [];
  const tags = useAsk('tags.list', isOpen ? {} : null).value?.tags ?? [];
  const isNarrowed = JSON.stringify(filter) !== JSON.stringify(wholeChronology);
  return (
    <search className={`filter${isOpen ? ' filter-open' : ''}`}>
      <div className="filter-line">
        <SearchField className="filter-search" value={filter.text} onChange={(text) => onChange({ ...filter, text: text.slice(0, 500) })}>
          <Label className="visually-hidden">{texts.searchLabel}</Label>
          <Input className="input" placeholder={texts.searchPlaceholder} dir="auto" spellCheck={false} />
        </SearchField>
        <Button icon={ListFilter} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{texts.narrow}</Button>
        {isNarrowed && <Button tone="quiet" onPress={() => { setPeriod({ from: '', to: '' }); onChange(wholeChronology); }}>{texts.clear}</Button>}
      </div>
      {isOpen && (
        <div className="filter-fields">
          <Select label={texts.show} value={filter.show[0] ?? any} options={[{ value: any, label: texts.showAll }, ...ChronologySubject.options.map((subject) => ({ value: subject, label: messages.chronologySubjects[subject].many }))]} onChange={(chosen) => onChange({ ...filter, show: chosen === any ? [] : [ChronologySubject.parse(chosen)] })} />
          <TextField label={texts.from} value={from} onChange={(typed) => typePeriod({ from: typed, to })} placeholder={texts.periodHint} autoComplete="off" />
          <TextField label={texts.to} value={to} onChange={(typed) => typePeriod({ from, to: typed })} autoComplete="off" />
          <Select label={texts.person} value={personOf(people, filter.personIds[0] ?? null)?.id ?? any} options={[{ value: any, label: texts.anyone }, ...people.map((person) => ({ value: person.id, label: person.name }))]} onChange={(id) => onChange({ ...filter, personIds: id === any ? [] : [id] })} />
          <Select label={texts.kind} value={filter.kinds[0] ?? any} options={[{ value: any, label: texts.anyKind }, ...abuseKinds.map((kind) => ({ value: kind.id, label: kind.label }))]} onChange={(id) => onChange({ ...filter, kinds: id === any ? [] : [id] })} />
          {tags.length > 0 && <TagSelect tags={tags} value={filter.tagIds[0] ?? null} onChange={(id) => onChange({ ...filter, tagIds: id === null ? [] : [id] })} />}
          <Select
            label={texts.evidence} value={filter.hasEvidence === null ? any : filter.hasEvidence ? 'with' : 'without'}
            options={[{ value: any, label: texts.anyEvidence }, { value: 'with', label: texts.withEvidence }, { value: 'without', label: texts.withoutEvidence }]}
            onChange={(choice) => onChange({ ...filter, hasEvidence: choice === any ? null : choice === 'with' })}
          />
        </div>
      )}
    </search>
  );
}
