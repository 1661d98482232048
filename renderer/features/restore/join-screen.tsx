import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { JoinReportView } from '../../app/join-report';
import { useTask } from '../../app/use-task';
import { type WayInHandle, zeroSecret } from '../../secrets/way-in-handle';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { FolderChoice } from './folder-choice';
import { RestoreProgress } from './restore-progress';
import { SecretChoice } from './secret-choice';
import './restore.css';

export interface JoinScreenProps {
  /** A vault was opened on this computer before: it is the damaged one unless she picks another. */
  readonly isVaultKnown: boolean;
  readonly onHold: (hold: boolean) => void;
  readonly onBack: () => void;
}

/** A damaged vault and an older backup become a new vault; the end is a report of what came from where. */
export function JoinScreen({ isVaultKnown, onHold, onBack }: JoinScreenProps) {
  const texts = messages.backup.join;
  const entry = useRef<WayInHandle>(null);
  const [damaged, setDamaged] = useState<Grant | null>(null);
  const [backup, setBackup] = useState<Grant | null>(null);
  const [to, setTo] = useState<Grant | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const { start, running, value, error, cancel } = useTask('joined');
  const isWorking = running !== null;
  const isReady = backup !== null && (damaged !== null || isVaultKnown);

  useEffect(() => {
    if (!error) return;
    onHold(false);
    if (error.code === 'grant-spent') { setDamaged(null); setBackup(null); setTo(null); }
    if (!entry.current?.refuse(error.code)) setRefused(error);
    requestAnimationFrame(() => entry.current?.focus());
  }, [error, onHold]);

  const submit = async (): Promise<void> => {
    if (isWorking || !isReady) return;
    const secret = entry.current?.take();
    if (!secret) return;
    setRefused(null);
    onHold(true);
    const started = start('vault.join', { damaged: damaged?.grant ?? null, backup: backup.grant, to: to?.grant ?? null, secret });
    zeroSecret(secret);
    if (await started) entry.current?.clear();
  };

  if (value) {
    return (
      <main className="door"><div className="door-inner">
        <h1>{texts.doneTitle}</h1>
        <JoinReportView report={value} />
        <Notice>{texts.keepBoth}</Notice>
        <div className="row"><Button tone="primary" autoFocus onPress={() => onHold(false)}>{messages.backup.restore.go}</Button></div>
      </div></main>
    );
  }
  const choices = { isDisabled: isWorking, onRefused: setRefused } as const;
  const mended = (set: (grant: Grant) => void) => (grant: Grant): void => { set(grant); setRefused(null); };
  return (
    <main className="door"><form className="door-inner" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h1>{texts.title}</h1>
      <p className="measure">{texts.lead}</p>
      <FolderChoice {...choices} label={texts.vault} hint={isVaultKnown ? undefined : texts.vaultHint} chosen={damaged} otherwise={isVaultKnown ? texts.vaultLast : undefined} onChosen={mended(setDamaged)} />
      {(damaged || isVaultKnown) && <FolderChoice {...choices} label={messages.backup.restore.from} hint={messages.backup.restore.fromHint} chosen={backup} onChosen={mended(setBackup)} />}
      {isReady && (
        <>
          <SecretChoice ref={entry} isDisabled={isWorking} />
          <FolderChoice {...choices} label={messages.backup.restore.where} chosen={to} otherwise={messages.welcome.create.whereDefault} onChosen={mended(setTo)} />
        </>
      )}
      {refused && <Notice tone="needs-you" announce>{texts.errors[refused.code] ?? messages.errors.say(refused)}</Notice>}
      {running ? <RestoreProgress running={running} onCancel={cancel} /> : (
        <div className="row">{isReady && <Button tone="primary" type="submit">{texts.submit}</Button>}<Button tone="quiet" onPress={onBack}>{messages.ui.back}</Button></div>
      )}
    </form></main>
  );
}
