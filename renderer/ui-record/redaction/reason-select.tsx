import { messages } from '../../../shared/messages/en-gb';
import { RedactionReason } from '../../../shared/model/redaction';
import { Select } from '../../ui/select';

const hers = RedactionReason.options.filter((reason) => reason !== 'covered-before');

export function ReasonSelect({ value, onChange }: { value: RedactionReason; onChange: (reason: RedactionReason) => void }) {
  const words = messages.redaction;
  return <Select label={words.reason} hint={words.reasonHint} options={hers.map((reason) => ({ value: reason, label: words.reasons[reason] }))} value={value} onChange={onChange} />;
}
