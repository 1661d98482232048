import { useLayoutEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { WayInKind } from '../../../shared/contract/ways-in-calls';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import type { BackupUse } from '../../app/backup-use';
import { EnterWayIn } from '../../secrets/enter-way-in';
import type { Opening } from '../../app/opening';
import { OtherWays } from '../../secrets/other-ways';
import { type WayInHandle, zeroSecret } from '../../secrets/way-in-handle';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import './unlock.css';

/** Refusals that mean the vault itself came to harm; every other waits for her to do something else. */
const harm = new Set<CallError['code']>(['header-damaged', 'tampered']);

export interface UnlockScreenProps {
  /** No vault is known here: she first picks its folder. */
  needsFolder: boolean;
  onOpened: (opening: Opening) => void;
  onMakeNew: () => void;
  onUseBackup: (how: BackupUse) => void;
  onCheckBundle: () => void;
}

/** The locked door. Says nothing of what is behind it, nor which ways in there are. */
export function UnlockScreen({ needsFolder, onOpened, onMakeNew, onUseBackup, onCheckBundle }: UnlockScreenProps) {
  const texts = messages.unlock;
  const entry = useRef<WayInHandle>(null);
  const unlock = useRef<HTMLButtonElement>(null);
  const [kind, setKind] = useState<WayInKind>('passphrase');
  const [isReady, setReady] = useState(false);
  const [folder, setFolder] = useState<Grant | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const [isWorking, setWorking] = useState(false);

  const chooseFolder = async (): Promise<void> => {
    const answer = await ask('vault.chooseFolder', {});
    if (!answer.ok) { setRefused(answer.error); return; }
    if (answer.value.chosen) { setFolder(answer.value.chosen); setRefused(null); }
  };

  const submit = async (): Promise<void> => {
    if (isWorking) return;
    const secret = entry.current?.take();
    if (!secret) return;
    setRefused(null);
    setWorking(true);
    const opened = await ask('vault.unlock', { folder: folder?.grant ?? null, secret });
    zeroSecret(secret);
    setWorking(false);
    if (opened.ok) { entry.current?.clear(); onOpened(opened.value); return; }
    if (!entry.current?.refuse(opened.error.code)) setRefused(opened.error);
    requestAnimationFrame(() => entry.current?.focus());
  };

  const choose = (next: WayInKind): void => { entry.current?.clear(); setRefused(null); setReady(false); setKind(next); };
  // Once there are enough shares there is no field left to type in: the keyboard goes on to what is next.
  useLayoutEffect(() => { if (isReady) unlock.current?.focus(); }, [isReady]);
  const waitsForFolder = needsFolder && !folder;
  const mendedByBackup = (code: CallError['code']) => (harm.has(code) ? (
    <><Button onPress={() => onUseBackup('join')}>{messages.backup.join.offer}</Button><Button onPress={() => onUseBackup('restore')}>{messages.backup.restore.offer}</Button></>
  ) : code === 'no-vault-here' && <Button onPress={() => onUseBackup('restore')}>{messages.backup.restore.offer}</Button>);
  return (
    <main className="door"><form className="unlock-inner" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h1>{needsFolder ? texts.openTitle : texts.title}</h1>
      {folder && <p className="quiet">{texts.chosenVault(folder.name)}</p>}
      {waitsForFolder ? <p className="measure">{texts.openLead}</p> : <EnterWayIn ref={entry} kind={kind} isDisabled={isWorking} onReady={setReady} />}
      {refused && <Notice tone={harm.has(refused.code) ? 'loss' : 'needs-you'} announce actions={mendedByBackup(refused.code)}><p>{messages.errors.say(refused)}</p><p className="small quiet">{messages.errors.quote(refused.code)}</p></Notice>}
      {isWorking ? <ProgressLine label={texts.working} fraction={null} /> : (
        <>
          {waitsForFolder && <div className="row"><Button tone="primary" onPress={() => void chooseFolder()}>{texts.chooseFolder}</Button></div>}
          {!waitsForFolder && (kind !== 'shared-key' || isReady) && <div className="row"><Button ref={unlock} tone="primary" type="submit">{texts.submit}</Button></div>}
          <div className="unlock-ways">
            {!waitsForFolder && <OtherWays chosen={kind} onChoose={choose} />}
            {!waitsForFolder && <Button tone="quiet" onPress={() => void chooseFolder()}>{texts.otherVault}</Button>}
            <Button tone="quiet" onPress={() => onUseBackup('restore')}>{messages.backup.restore.offer}</Button>
            <Button tone="quiet" onPress={onMakeNew}>{needsFolder ? texts.back : texts.makeNew}</Button>
            <Button tone="quiet" onPress={onCheckBundle}>{messages.checkBundle.offer}</Button>
          </div>
        </>
      )}
    </form></main>
  );
}
