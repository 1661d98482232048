import { messages } from '../../../../shared/messages/en-gb';
import { RadioGroup } from '../../../ui/choices';
import { TextField } from '../../../ui/text-field';
import { HeadingFields } from './heading-fields';
import type { WishesProps } from './wishes';

const longest = 200;

/** Of a draft statement: the heading of the case, and who makes it. */
export function StatementFields({ wishes, onWishes }: WishesProps) {
  const words = messages.outputs.statement;
  const { statement } = wishes;
  const set = (change: Partial<typeof statement>): void => onWishes({ ...wishes, statement: { ...statement, ...change } });
  return (
    <section className="output-fields" aria-label={messages.outputs.kinds.statement.label}>
      <RadioGroup across label={words.proceedings} options={(['family', 'civil'] as const).map((value) => ({ value, ...words.kinds[value] }))} value={statement.proceedings} onChange={(proceedings) => set({ proceedings })} />
      <RadioGroup across label={words.party} options={(['applicant', 'respondent', 'witness'] as const).map((value) => ({ value, ...words.parties[value] }))} value={statement.party} onChange={(party) => set({ party })} />
      <p className="small quiet">{messages.outputs.leftOpen}</p>
      <TextField label={words.name} value={statement.name} onChange={(name) => set({ name })} maxLength={longest} />
      <TextField label={words.occupation} value={statement.occupation} onChange={(occupation) => set({ occupation })} maxLength={longest} />
      <TextField label={words.number} hint={words.numberHint} inputMode="numeric" value={statement.number === 0 ? '' : String(statement.number)} onChange={(typed) => set({ number: Number(typed.replace(/\D/g, '').slice(0, 2)) })} onBlur={() => set({ number: Math.max(1, statement.number) })} />
      <HeadingFields wishes={wishes} onWishes={onWishes} />
    </section>
  );
}
