import { ArrowRight, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { spanOf, understandDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { todayHere } from '../../ui/dated-value';
import { TextField } from '../../ui/text-field';

/**
 * The first day, `YYYY-MM-DD`, that words such as "12 March 2019" or "June 2021" name; null when they name none.
 * Of two readings (day and month can change places) the en-GB one is taken: this only moves, nothing is recorded.
 */
export function dayToGoTo(typed: string, today: string): string | null {
  const understood = understandDate(typed, today);
  const edtf = understood.kind === 'understood' ? understood.edtf : understood.kind === 'ambiguous' ? understood.readings[0]?.edtf ?? '' : '';
  return (edtf === '' ? '' : spanOf(edtf).earliest) || null;
}

/** Moves to a day, typed as people say it. */
export function DayBar({ onGo, onClose }: { onGo: (day: string) => Promise<void>; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [isLost, setLost] = useState(false);
  const words = messages.conversations.view;
  function submit(event: FormEvent): void {
    event.preventDefault();
    const day = dayToGoTo(typed, todayHere());
    setLost(day === null);
    if (day !== null) void onGo(day);
  }
  return (
    <form className="find-bar" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } }}>
      <TextField label={words.goToDayField} hint={words.goToDayHint} value={typed} onChange={setTyped} error={isLost ? words.goToDayNot : null} autoFocus />
      <Button type="submit" icon={ArrowRight}>{words.goToDayGo}</Button>
      <Button tone="quiet" icon={X} onPress={onClose}>{words.goToDayClose}</Button>
    </form>
  );
}
