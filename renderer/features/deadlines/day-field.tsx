import type { Dated } from '../../../shared/model/dated';
import { wholeDay } from '../../../shared/deadlines/written-days';
import { messages } from '../../../shared/messages/en-gb';
import { DatedField } from '../../ui/dated-field';

/** A day that a time limit needs, typed as people say it, and kept as she typed it even where it is no day. */
export function DayField({ label, hint = messages.deadlines.ownDayHint, value, onChange, onBlur }: { label: string; hint?: string; value: Dated; onChange: (written: Dated) => void; onBlur?: () => void }) {
  const isVague = value.edtf !== '' && wholeDay(value) === '';
  return (
    <div className="stack-tight">
      <DatedField label={label} hint={hint} value={value} onChange={onChange} onBlur={onBlur} asksBasis={false} sayNotUnderstood={messages.deadlines.notUnderstood} />
      {isVague && <p className="small quiet" role="status">{messages.deadlines.needsWholeDay}</p>}
    </div>
  );
}
