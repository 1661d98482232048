import { messages } from '../../../shared/messages/en-gb';
import { TextArea } from '../../ui/text-field';

/** A note to her solicitor, which is on no page that others receive. */
export function PrivilegedField({ value, onChange, onBlur }: { value: string; onChange: (text: string) => void; onBlur: () => void }) {
  return <div className="privileged"><TextArea label={messages.incident.privileged} hint={messages.incident.privilegedHint} value={value} onChange={onChange} onBlur={onBlur} /></div>;
}

/** The same as it is read; nothing when nothing was noted. */
export function PrivilegedReading({ value }: { value: string }) {
  if (value === '') return null;
  return <div className="privileged"><h2>{messages.incident.privileged}</h2><p className="account-small" dir="auto">{value}</p></div>;
}
