import { type ReactNode, useRef, useState } from 'react';
import type { ColumnMatch, SourcePreview } from '../../../shared/model/source-preview';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { focusFirstError } from '../../ui/focus-first-error';
import { Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { StepHeader } from '../../ui/step-header';
import { columnCountOf, type ColumnPicks, complaintsOf, matchOf, type PickedField, pickedFields, picksFrom } from './column-picks';
import { FirstMessages } from './found-facts';

const words = messages.bringingIn.columns;

const none = 'none';
/** Letters of a heading or a first cell that name a column in a list. */
const sampleLetters = 40;

export interface MatchColumnsProps {
  columns: NonNullable<SourcePreview['columns']>;
  /** Whenever another reading of the table has become possible. */
  onMatch: (match: ColumnMatch) => void;
  /** How the table reads as matched; null while nothing is matched, or it is being read. */
  reading: SourcePreview | null;
  isReading: boolean;
  onNext: () => void;
  onClose: () => void;
  /** What else is asked before going on. */
  children?: ReactNode;
}

/** Which column of a table holds what: what is likely is filled in, and the first messages show at once whether it is right. */
export function MatchColumns({ columns: { rows, likely }, onMatch, reading, isReading, onNext, onClose, children }: MatchColumnsProps) {
  const [picks, setPicks] = useState<ColumnPicks>(() => picksFrom(likely));
  const [wasPressed, setPressed] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const count = columnCountOf(rows);
  const complaints = complaintsOf(picks);
  const options = [
    { value: none, label: words.none },
    ...Array.from({ length: count }, (_, column) => ({ value: String(column), label: words.option(column + 1, showHidden(rows[0]?.[column] ?? '').trim().slice(0, sampleLetters)) })),
  ];
  function change(part: Partial<ColumnPicks>): void {
    const next = { ...picks, ...part };
    setPicks(next);
    const match = matchOf(next);
    if (match) onMatch(match);
  }
  function next(): void {
    setPressed(true);
    if (matchOf(picks)) onNext();
    else focusFirstError(fields.current);
  }
  const say = (field: PickedField): string | null => {
    const complaint = complaints[field];
    return complaint === undefined || (complaint === 'needed' && !wasPressed) ? null : words[complaint];
  };
  const isMatched = Object.keys(complaints).length === 0;
  return (
    <>
      <StepHeader title={words.title} />
      <p className="measure">{words.words} {likely === null ? words.noneLikely : words.likely}</p>
      <div ref={fields} className="stack">
        <div className="column-picks">
          {pickedFields.map((field) => (
            <Select
              key={field} label={words.picks[field]} hint={words.hints[field]} options={options} error={say(field)}
              value={picks[field] === null ? none : String(picks[field])} onChange={(column) => change({ [field]: column === none ? null : Number(column) })}
            />
          ))}
        </div>
        <Checkbox isSelected={picks.hasHeading} onChange={(hasHeading) => change({ hasHeading })}>{words.hasHeading}</Checkbox>
      </div>
      <TableSample rows={rows} count={count} picks={picks} />
      {children}
      <Section title={words.reads}>
        <div aria-live="polite" aria-busy={isReading}>
          {!isMatched ? <p className="quiet">{words.readsNone}</p> : <ReadsLike reading={reading} isReading={isReading} />}
        </div>
      </Section>
      <div className="row">
        <Button tone="primary" onPress={next}>{words.next}</Button>
        <Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button>
      </div>
    </>
  );
}

function ReadsLike({ reading, isReading }: { reading: SourcePreview | null; isReading: boolean }) {
  if (reading === null) return <p className="quiet">{isReading ? messages.bringingIn.reading : words.readsNone}</p>;
  const firstMessages = reading.conversations.flatMap((conversation) => conversation.firstMessages).slice(0, 5);
  const notUnderstoodCount = reading.notUnderstoodCount + reading.conversations.reduce((sum, conversation) => sum + conversation.notUnderstoodCount, 0);
  return (
    <div className="stack-tight">
      {firstMessages.length === 0 ? <p>{words.readsNothing}</p> : <FirstMessages firstMessages={firstMessages} />}
      {notUnderstoodCount > 0 && <p>{words.notUnderstood(notUnderstoodCount)}</p>}
    </div>
  );
}

/** The first rows as they stand, each column with what it is taken for above it. Scrolls by itself, by keyboard too. */
function TableSample({ rows, count, picks }: { rows: readonly (readonly string[])[]; count: number; picks: ColumnPicks }) {
  const roleOf = (column: number): PickedField | undefined => pickedFields.find((field) => picks[field] === column);
  const columns = Array.from({ length: count }, (_, column) => column);
  return (
    <div className="table-sample" role="region" aria-label={words.table} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col"><span className="visually-hidden">{words.row}</span></th>
            {columns.map((column) => { const role = roleOf(column); return <th key={column} scope="col" data-picked={role !== undefined || undefined}>{role === undefined ? words.number(column + 1) : words.picks[role]}</th>; })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} data-heading={(index === 0 && picks.hasHeading) || undefined}>
              <th scope="row">{words.rowNumber(index + 1)}</th>
              {columns.map((column) => <td key={column} data-picked={roleOf(column) !== undefined || undefined}><div dir="auto">{row[column] ?? ''}</div></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
