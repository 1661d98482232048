import type { DateOrder } from '../../../shared/model/conversation';
import type { SourcePreview } from '../../../shared/model/source-preview';
import { messages } from '../../../shared/messages/en-gb';
import { RadioGroup } from '../../ui/choices';

const words = messages.bringingIn.order;

/** Whether she has to say which of day and month comes first. */
export function asksOrder(preview: SourcePreview | null): boolean {
  return preview?.dateOrder != null && preview.dateOrder.settled === null;
}

/** Day first or month first, with her own dates as examples. */
export function DateOrderQuestion({ examples, value, onChange, isComplaining }: { examples: readonly { written: string; dmy: string; mdy: string }[]; value: DateOrder | null; onChange: (order: 'dmy' | 'mdy') => void; isComplaining: boolean }) {
  return (
    <RadioGroup
      label={words.label} hint={words.hint} value={value === 'ymd' ? null : value} onChange={onChange} error={isComplaining ? words.needed : null}
      options={(['dmy', 'mdy'] as const).map((order) => ({ value: order, label: words[order], hint: examples.slice(0, 3).map((example) => words.example(example.written, example[order])).join('; ') }))}
    />
  );
}
