import { useState } from 'react';
import { sayDate, spanOf } from '../../../shared/dates';
import { type Dated, undated } from '../../../shared/model/dated';
import { messages } from '../../../shared/messages/en-gb';
import { DatedField } from '../../ui/dated-field';

/** A whole day, typed as people say it. `value`: `YYYY-MM-DD`, or '' while it is not a whole day yet. */
export function DayField({ label, hint = messages.deadlines.ownDayHint, value, onChange, onBlur }: { label: string; hint?: string; value: string; onChange: (day: string) => void; onBlur?: () => void }) {
  const [dated, setDated] = useState<Dated>(() => (value === '' ? undated : { ...undated, typed: sayDate({ ...undated, edtf: value }), edtf: value }));
  const change = (next: Dated): void => { setDated(next); onChange(wholeDay(next)); };
  const isVague = dated.edtf !== '' && wholeDay(dated) === '';
  return (
    <div className="stack-tight">
      <DatedField label={label} hint={hint} value={dated} onChange={change} onBlur={onBlur} asksBasis={false} />
      {isVague && <p className="small quiet" role="status">{messages.deadlines.needsWholeDay}</p>}
    </div>
  );
}

function wholeDay({ edtf }: Dated): string {
  const { earliest, latest } = spanOf(edtf);
  return earliest === latest ? earliest : '';
}
