import type { CallName } from '../../shared/contract';
import type { TaskEvent } from '../../shared/contract/tasks';
import type { HandedCopy } from '../../shared/model/copy';

/**
 * A copy for somebody, with something to be found in every field of words that a recipient and a copy have: said, changed, locked with a passphrase that is kept, and destroyed again. The dialog's answer is where the export goes too; what is written there
 * last is the export. Throws where the copy was not kept as said.
 */
export async function handCopyOver({ exportId, plant, say, ask, work }: {
  exportId: string; plant: (label: string) => string; say: (progress: string) => void; ask: <T>(name: CallName, input: unknown) => Promise<T>; work: (name: CallName, input: unknown) => Promise<TaskEvent>;
}): Promise<void> {
  say('a numbered copy is handed over, locked');
  const said = { role: 'solicitor', organisation: plant('firm'), reference: plant('theirreference') };
  const { id } = await ask<{ id: string }>('recipients.add', { ...said, name: plant('recipientbefore') });
  await ask('recipients.amend', { id, ...said, name: plant('recipient') });
  const unused = await ask<{ id: string }>('recipients.add', { ...said, role: 'other', name: plant('recipientgone') });
  await ask('recipients.remove', { id: unused.id });
  const told = await work('copies.handOver', { exportId, handing: { recipientId: id, protection: 'pdf', keepPassphrase: true, privilegedReason: plant('privilegedreason') } });
  const copy: HandedCopy | null | undefined = told.result?.kind === 'handed-over' ? told.result.value.copy : null;
  if (copy?.to.name !== plant('recipient') || copy.to.organisation !== plant('firm')) throw new Error('the copy was not kept as it was said');
  const { passphrase } = await ask<{ passphrase: string | null }>('copies.passphrase', { id: copy.id });
  if (passphrase === null) throw new Error('the passphrase was not kept');
  await ask('copies.given', {});
  await ask('copies.forgetPassphrase', { id: copy.id });
}
