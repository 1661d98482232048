import { useState } from 'react';
import { standsWhole } from '../../../shared/copies/foot-name';
import { messages } from '../../../shared/messages/en-gb';
import { type Recipient, RecipientRole, type RecipientSaid } from '../../../shared/model/recipient';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';

/** A field that takes no more lets what is typed or pasted past its end fall: it says so. */
function AtItsEnd({ text, most }: { readonly text: string; readonly most: number }) {
  return text.length < most ? null : <p role="status" className="small">{messages.recipients.form.full(most)}</p>;
}

/** Somebody who receives copies, new or as they are listed. Nothing is kept before she says so. */
export function RecipientForm({ recipient, onKept, onClose }: { readonly recipient: Recipient | null; readonly onKept: (kept: Recipient) => void; readonly onClose: () => void }) {
  const words = messages.recipients.form;
  const [said, setSaid] = useState<RecipientSaid>(recipient ?? { name: '', role: 'solicitor', organisation: '', reference: '' });
  const [complaint, setComplaint] = useState<string | null>(null);
  const change = (part: Partial<RecipientSaid>): void => { setSaid({ ...said, ...part }); setComplaint(null); };
  async function keep(): Promise<void> {
    if (said.name.trim() === '') return setComplaint(words.nameNeeded);
    const { name, role, organisation, reference } = said;
    const result = recipient === null ? await ask('recipients.add', { name, role, organisation, reference }) : await ask('recipients.amend', { id: recipient.id, name, role, organisation, reference });
    if (result.ok) onKept(result.value);
    else setComplaint(messages.errors.say(result.error));
  }
  return (
    <form className="stack-tight" aria-label={words.title} onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      <TextField label={words.name} hint={words.nameHint} value={said.name} onChange={(name) => change({ name })} maxLength={120} error={complaint} autoFocus />
      <AtItsEnd text={said.name} most={120} />
      {!standsWhole(said.name) && <p role="status" className="small">{words.notAtFoot}</p>}
      <Select label={words.role} options={RecipientRole.options.map((role) => ({ value: role, label: messages.recipients.roles[role] }))} value={said.role} onChange={(role) => change({ role })} />
      <TextField label={words.organisation} value={said.organisation} onChange={(organisation) => change({ organisation })} maxLength={160} />
      <AtItsEnd text={said.organisation} most={160} />
      <TextField label={words.reference} hint={words.referenceHint} value={said.reference} onChange={(reference) => change({ reference })} maxLength={120} />
      <AtItsEnd text={said.reference} most={120} />
      <div className="row">
        <Button type="submit">{recipient === null ? words.add : words.keep}</Button>
        <Button tone="quiet" onPress={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
