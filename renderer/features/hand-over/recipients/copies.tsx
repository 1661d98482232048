import { useState } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { pagesCase } from '../../../../shared/messages/en-gb/pages-case';
import type { HandedCopy } from '../../../../shared/model/copy';
import { type Recipient, RecipientSaid } from '../../../../shared/model/recipient';
import { ask } from '../../../app/bridge';
import { useAsk } from '../../../app/use-ask';
import { Button } from '../../../ui/button';
import { Facts } from '../../../ui/page';
import { UndoLine } from '../../../ui/undo-line';
import { RecipientForm } from '../../../ui-record/recipients/recipient-form';
import { SaveReceipt } from '../../../ui-record/recipients/save-receipt';
import { FoldedWhenOpened } from './folded-when-opened';
import { TellCopy } from './tell-copy';

/** Every numbered copy, who had it, and whose copy a page is that has turned up. */
export function Copies({ readOnly }: { readonly readOnly: boolean }) {
  const words = messages.recipients.copies;
  return <FoldedWhenOpened title={words.title}>{() => <CopiesAndRecipients readOnly={readOnly} />}</FoldedWhenOpened>;
}

function CopiesAndRecipients({ readOnly }: { readonly readOnly: boolean }) {
  const words = messages.recipients.copies;
  const { value, again } = useAsk('copies.list', {});
  if (!value) return <p className="quiet" role="status">{messages.ui.working}</p>;
  const { copies } = value;
  return (
    <div className="stack">
      {copies.length === 0 ? <p className="quiet">{words.none}</p> : (
        <>
          <p className="small quiet">{words.intro}</p>
          <TellCopy copies={copies} />
          <ul className="stack plain-list" aria-label={words.title}>{copies.map((copy) => <li key={copy.id}><OneCopy copy={copy} readOnly={readOnly} onChanged={again} /></li>)}</ul>
        </>
      )}
      <Recipients readOnly={readOnly} />
    </div>
  );
}

/** What was let stand for the same reason is said once. */
function sameOnce(released: HandedCopy['held']['released']): { what: HandedCopy['held']['released'][number]['what']; reason: string; count: number }[] {
  const lines = new Map<string, { what: HandedCopy['held']['released'][number]['what']; reason: string; count: number }>();
  for (const { what, reason } of released) {
    const key = `${what} ${reason}`;
    lines.set(key, { what, reason, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}

function OneCopy({ copy, readOnly, onChanged }: { readonly copy: HandedCopy; readonly readOnly: boolean; readonly onChanged: () => void }) {
  const words = messages.recipients;
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const { held } = copy;
  const named = words.copyFor(copy.number, copy.to);
  async function show(): Promise<void> {
    const result = await ask('copies.passphrase', { id: copy.id });
    if (result.ok) setPassphrase(result.value.passphrase);
  }
  async function forget(): Promise<void> {
    setPassphrase(null);
    await ask('copies.forgetPassphrase', { id: copy.id });
    onChanged();
  }
  return (
    <>
      <p><strong dir="auto">{named}</strong></p>
      <Facts facts={[
        { name: words.copies.when, value: messages.dates.instant(copy.atUtc) },
        { name: words.copies.code, value: copy.code },
        { name: words.copies.holds, value: held.page === null ? messages.handOver.holds(held.incidentCount, held.caseEntryCount, held.exhibitMarks.length) : messages.handOver.holdsPage(pagesCase.names[held.page], held.incidentCount, held.exhibitMarks.length) },
        ...(held.exhibitMarks.length > 0 ? [{ name: words.copies.exhibits, value: held.exhibitMarks.join(', ') }] : []),
        ...(held.includesPrivileged ? [{ name: words.copies.notes, value: held.privilegedReason || messages.recipients.roles[copy.to.role] }] : []),
        ...(held.childrenReason !== undefined ? [{ name: words.copies.children, value: <bdi>{held.childrenReason}</bdi> }] : []),
        ...(held.redactionListName === undefined ? [] : [{ name: messages.redaction.list, value: <bdi>{held.redactionListName}</bdi> }]),
        ...(held.released.length > 0 ? [{ name: words.copies.letStand, value: <ul>{sameOnce(held.released).map(({ what, reason, count }) => <li key={`${what} ${reason}`}>{messages.sweep.found.what[what]}: <bdi>{reason}</bdi>{count > 1 && ` (${messages.sweep.found.times(count)})`}</li>)}</ul> }] : []),
        { name: words.copies.protection, value: words.receipt.protections[copy.protection] },
        { name: words.copies.files, value: <ul>{copy.files.map(({ name, sha256, inside }) => <li key={sha256}><bdi>{name}</bdi>{inside ? ` (${words.receipt.inside})` : ''} {messages.handOver.past.hash} <span className="hash">{sha256}</span></li>)}</ul> },
      ]} />
      {passphrase !== null && <p className="passphrase-words" translate="no">{passphrase}</p>}
      {copy.hasPassphrase && <div className="row">
        {passphrase === null && <Button tone="quiet" aria-label={words.copies.showPassphraseNamed(named)} onPress={() => void show()}>{words.copies.showPassphrase}</Button>}
        {!readOnly && <Button tone="quiet" onPress={() => void forget()}>{words.copies.forget}</Button>}
      </div>}
      <SaveReceipt copy={copy} />
    </>
  );
}

function Recipients({ readOnly }: { readonly readOnly: boolean }) {
  const words = messages.recipients.copies;
  const { value, again } = useAsk('recipients.list', {});
  const [editing, setEditing] = useState<Recipient | null>(null);
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<Recipient | null>(null);
  const list = value?.recipients ?? [];
  if (list.length === 0 && removed === null) return null;
  async function remove(recipient: Recipient): Promise<void> {
    const result = await ask('recipients.remove', { id: recipient.id });
    setSaid(result.ok ? '' : messages.errors.say(result.error));
    if (result.ok) setRemoved(recipient);
    again();
  }
  /** Their words are gone from the vault: they are written down anew. */
  async function putBack(recipient: Recipient): Promise<void> {
    const result = await ask('recipients.add', RecipientSaid.parse(recipient));
    setSaid(result.ok ? '' : messages.errors.say(result.error));
    if (result.ok) setRemoved(null);
    again();
  }
  return (
    <section className="stack-tight" aria-label={words.recipients}>
      <h3>{words.recipients}</h3>
      {removed && <UndoLine text={words.removed(messages.recipients.nameOf(removed))} onUndo={() => void putBack(removed)} />}
      <ul className="stack-tight">
        {list.map((one) => (
          <li key={one.id}>
            <p><strong dir="auto">{messages.recipients.nameOf(one)}</strong> <span className="quiet small">{messages.recipients.roles[one.role]} · {words.had(one.copyCount)}{one.reference && <> · <bdi>{one.reference}</bdi></>}</span></p>
            {editing?.id === one.id
              ? <RecipientForm recipient={one} onClose={() => setEditing(null)} onKept={() => { setEditing(null); setSaid(words.changed); again(); }} />
              : !readOnly && <div className="row">
                <Button tone="quiet" aria-label={words.changeNamed(one.name)} onPress={() => setEditing(one)}>{words.change}</Button>
                {one.copyCount === 0 && <Button tone="quiet" aria-label={words.removeNamed(one.name)} onPress={() => void remove(one)}>{words.remove}</Button>}
              </div>}
          </li>
        ))}
      </ul>
      <p role="status" className="small">{said}</p>
    </section>
  );
}
