import { useState } from 'react';
import { ChronologySubject, type ChronologyRow } from '../../../shared/model/chronology';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { todayHere } from '../../ui/dated-value';
import { daysOfPeriod } from '../../ui/days-of-period';
import { Folded } from '../../ui/folded';
import { TextField } from '../../ui/text-field';
import { type Choice, onlyWithin, withAll } from './choice';

/** Puts whole kinds of entries in or out, or all but those of a time. What is ticked one by one below stays hers to change. */
export function ChooseBy({ rows, choice, onChoice }: { rows: readonly ChronologyRow[]; choice: Choice; onChoice: (choice: Choice) => void }) {
  const words = messages.handOver.choose;
  const [period, setPeriod] = useState({ from: '', to: '' });
  const [said, setSaid] = useState('');
  const kinds = ChronologySubject.options.map((subject) => ({ subject, of: rows.filter((row) => row.subject === subject) })).filter(({ of }) => of.length > 0);
  const narrow = (): void => {
    const days = { fromDay: daysOfPeriod(period.from, todayHere()).earliest, toDay: daysOfPeriod(period.to, todayHere()).latest };
    if (days.fromDay === '' && days.toDay === '') { setSaid(words.needed); return; }
    const next = onlyWithin(choice, rows, days);
    onChoice(next);
    setSaid(words.chosen(rows.filter(({ id }) => !next.takenOut.has(id)).length));
  };
  return (
    <Folded level={3} title={words.title}>
      <div className="choose-by">
        <fieldset className="choose-kinds">
          <legend className="field-label">{words.kinds}</legend>
          {kinds.map(({ subject, of }) => {
            const going = of.filter(({ id }) => !choice.takenOut.has(id)).length;
            return <Checkbox key={subject} isSelected={going === of.length} isIndeterminate={going > 0 && going < of.length} onChange={(isIn) => onChoice(withAll(choice, of, isIn))}>{words.kind(messages.chronologySubjects[subject].many, of.length)}</Checkbox>;
          })}
        </fieldset>
        <TextField label={words.from} hint={words.hint} value={period.from} onChange={(from) => setPeriod({ ...period, from })} autoComplete="off" />
        <TextField label={words.to} value={period.to} onChange={(to) => setPeriod({ ...period, to })} autoComplete="off" />
        <Button onPress={narrow}>{words.only}</Button>
        <p role="status" className="small quiet">{said}</p>
      </div>
    </Folded>
  );
}
