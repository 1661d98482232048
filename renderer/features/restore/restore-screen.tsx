import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { useTask } from '../../app/use-task';
import { type WayInHandle, zeroSecret } from '../../secrets/way-in-handle';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { FolderChoice } from './folder-choice';
import { RestoreProgress } from './restore-progress';
import { RestoredPage } from './restored-page';
import { SecretChoice } from './secret-choice';
import './restore.css';

export interface RestoreScreenProps {
  /** True keeps this page in place although the vault is already open, until she has read how it ended. */
  readonly onHold: (hold: boolean) => void;
  readonly onBack: () => void;
  readonly onJoin: () => void;
}

/** From a backup on a stick to her record, open on this computer. Says nothing of what the backup holds until its secret was given. */
export function RestoreScreen({ onHold, onBack, onJoin }: RestoreScreenProps) {
  const texts = messages.backup.restore;
  const entry = useRef<WayInHandle>(null);
  const [from, setFrom] = useState<Grant | null>(null);
  const [to, setTo] = useState<Grant | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const { start, running, value, error, cancel } = useTask('restored');
  const isWorking = running !== null;

  useEffect(() => {
    if (!error) return;
    onHold(false);
    if (error.code === 'grant-spent') { setFrom(null); setTo(null); }
    if (!entry.current?.refuse(error.code)) setRefused(error);
    requestAnimationFrame(() => entry.current?.focus());
  }, [error, onHold]);

  const submit = async (): Promise<void> => {
    if (isWorking || !from) return;
    const secret = entry.current?.take();
    if (!secret) return;
    setRefused(null);
    onHold(true);
    const started = start('vault.restore', { from: from.grant, to: to?.grant ?? null, secret });
    zeroSecret(secret);
    if (await started) entry.current?.clear();
  };

  if (value) return <RestoredPage restored={value} onDone={() => onHold(false)} />;
  const choices = { isDisabled: isWorking, onRefused: setRefused } as const;
  return (
    <main className="door"><form className="door-inner" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h1>{texts.title}</h1>
      <p className="measure">{texts.lead}</p>
      <FolderChoice {...choices} label={texts.from} hint={texts.fromHint} chosen={from} onChosen={(grant) => { setFrom(grant); setRefused(null); }} />
      {from && (
        <>
          <SecretChoice ref={entry} isDisabled={isWorking} />
          <FolderChoice {...choices} label={texts.where} chosen={to} otherwise={messages.welcome.create.whereDefault} onChosen={(grant) => { setTo(grant); setRefused(null); }} />
        </>
      )}
      {refused && <Notice tone="needs-you" announce>{texts.errors[refused.code] ?? messages.errors.say(refused)}</Notice>}
      {running ? <RestoreProgress running={running} onCancel={cancel} /> : (
        <div className="row">{from && <Button tone="primary" type="submit">{texts.submit}</Button>}<Button tone="quiet" onPress={onBack}>{messages.ui.back}</Button></div>
      )}
      {!isWorking && <div className="restore-ways"><Button tone="quiet" onPress={onJoin}>{texts.joinInstead}</Button></div>}
    </form></main>
  );
}
