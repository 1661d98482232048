import { sayDate, type WhyNotUnderstood } from '../../shared/dates';
import type { Dated, DateBasis } from '../../shared/model/dated';
import { messages } from '../../shared/messages/en-gb';
import { dateBasisLabels } from '../../shared/picklists';
import { RadioGroup } from './choices';
import { answerFor, datedFromTyped, notYetCome, takeReading, todayHere } from './dated-value';
import { Select } from './select';
import { TextField } from './text-field';
import './dated-field.css';

const bases = Object.entries(dateBasisLabels) as [DateBasis, { label: string; explanation: string }][];

/** A date as people say it, with what was understood in words beneath; two readings are asked, never guessed. */
export function DatedField({ label, hint = messages.dates.hint, value, onChange, onBlur, asksBasis = true, mayLieAhead = false, autoFocus = false, today = todayHere(), sayNotUnderstood = messages.dates.notUnderstood }: {
  label: string; hint?: string; /** What to do about a date that is none, where it is not for the chronology. */ sayNotUnderstood?: (why: WhyNotUnderstood) => string; value: Dated; onChange: (value: Dated) => void; onBlur?: () => void; asksBasis?: boolean; /** A day that has not come is nothing strange. */ mayLieAhead?: boolean; autoFocus?: boolean; today?: string;
}) {
  const answer = answerFor(value, today);
  const notYet = mayLieAhead ? null : notYetCome(value, today);
  const texts = messages.dates;
  return (
    <div className="dated-field">
      <TextField label={label} hint={hint} value={value.typed} onChange={(typed) => onChange(datedFromTyped(typed, value, today))} onBlur={onBlur} maxLength={200} autoComplete="off" autoFocus={autoFocus} />
      <div role="status" className="dated-answer">
        {answer.kind === 'understood' && `${texts.understood(sayDate(value, { weekday: true }))}${answer.inWordsOnly !== '' ? texts.inWordsOnly(answer.inWordsOnly) : ''}`}
        {answer.kind === 'time-only' && texts.timeOnly}
        {answer.kind === 'not-understood' && sayNotUnderstood(answer.why)}
        {notYet && <span className="quiet"> {texts.notYet[notYet]}</span>}
      </div>
      {answer.kind === 'ask' && (
        <div className="dated-ask">
          <RadioGroup
            label={texts.which} value={answer.chosen === null ? null : String(answer.chosen)}
            options={answer.readings.map((reading, index) => ({ value: String(index), label: reading.says }))}
            onChange={(index) => { const reading = answer.readings[Number(index)]; if (reading) onChange(takeReading(value, reading)); }}
          />
        </div>
      )}
      {asksBasis && value.typed.trim() !== '' && (
        <div className="dated-basis">
          <Select<DateBasis | 'none'>
            label={texts.basis} value={value.basis ?? 'none'}
            options={[{ value: 'none', label: texts.basisNone }, ...bases.map(([basis, { label: text, explanation }]) => ({ value: basis, label: text, hint: explanation }))]}
            onChange={(basis) => onChange({ ...value, basis: basis === 'none' ? null : basis })}
          />
        </div>
      )}
    </div>
  );
}
