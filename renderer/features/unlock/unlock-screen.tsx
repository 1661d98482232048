import { useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import type { Opening } from '../../app/opening';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { SecretField, type SecretFieldHandle } from '../../ui/secret-field';
import './unlock.css';

/** Refusals that mean the vault itself came to harm; every other waits for her to do something else. */
const harm = new Set<CallError['code']>(['header-damaged', 'tampered']);

export interface UnlockScreenProps {
  /** No vault is known here: she first picks its folder. */
  needsFolder: boolean;
  onOpened: (opening: Opening) => void;
  onMakeNew: () => void;
}

/** The locked door. Says nothing of what is behind it. */
export function UnlockScreen({ needsFolder, onOpened, onMakeNew }: UnlockScreenProps) {
  const texts = messages.unlock;
  const field = useRef<SecretFieldHandle>(null);
  const [kind, setKind] = useState<'passphrase' | 'recovery-code'>('passphrase');
  const [folder, setFolder] = useState<Grant | null>(null);
  const [fieldError, setFieldError] = useState<string | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const [isWorking, setWorking] = useState(false);

  const chooseFolder = async (): Promise<void> => {
    const answer = await ask('vault.chooseFolder', { purpose: 'open' });
    if (!answer.ok) { setRefused(answer.error); return; }
    if (answer.value.chosen) { setFolder(answer.value.chosen); setRefused(null); setFieldError(null); }
  };

  const submit = async (): Promise<void> => {
    const secret = field.current?.bytes() ?? new Uint8Array();
    if (isWorking) return;
    if (secret.length === 0) { setFieldError(texts.noneTyped); field.current?.focus(); return; }
    setFieldError(null);
    setRefused(null);
    setWorking(true);
    const opened = await ask('vault.unlock', { folder: folder?.grant ?? null, secret: { kind, bytes: secret } });
    secret.fill(0);
    setWorking(false);
    if (opened.ok) { field.current?.clear(); onOpened(opened.value); return; }
    if (opened.error.code === 'wrong-secret') setFieldError(kind === 'passphrase' ? texts.wrongPassphrase : texts.wrongCode);
    else if (opened.error.code === 'code-not-matching') setFieldError(messages.errors.say(opened.error));
    else setRefused(opened.error);
    requestAnimationFrame(() => field.current?.focus());
  };

  const swap = (): void => { field.current?.clear(); setFieldError(null); setKind(kind === 'passphrase' ? 'recovery-code' : 'passphrase'); };
  const waitsForFolder = needsFolder && !folder;
  return (
    <main className="unlock"><form className="unlock-inner" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h1>{needsFolder ? texts.openTitle : texts.title}</h1>
      {folder && <p className="quiet">{texts.chosenVault(folder.name)}</p>}
      {waitsForFolder ? <p className="measure">{texts.openLead}</p> : (
        <SecretField
          key={kind} ref={field} label={kind === 'passphrase' ? texts.passphrase : texts.code} hint={kind === 'recovery-code' ? texts.codeHint : undefined}
          isPlain={kind === 'recovery-code'} error={fieldError} onTyped={() => setFieldError(null)} autoFocus isDisabled={isWorking} autoComplete="current-password"
        />
      )}
      {refused && <Notice tone={harm.has(refused.code) ? 'loss' : 'needs-you'} announce><p>{messages.errors.say(refused)}</p><p className="small quiet">{messages.errors.quote(refused.code)}</p></Notice>}
      {isWorking ? <ProgressLine label={texts.working} fraction={null} /> : (
        <>
          <div className="row">{waitsForFolder ? <Button tone="primary" onPress={() => void chooseFolder()}>{texts.chooseFolder}</Button> : <Button tone="primary" type="submit">{texts.submit}</Button>}</div>
          <div className="unlock-ways">
            {!waitsForFolder && <Button tone="quiet" onPress={swap}>{kind === 'passphrase' ? texts.useCode : texts.usePassphrase}</Button>}
            {!waitsForFolder && <Button tone="quiet" onPress={() => void chooseFolder()}>{texts.otherVault}</Button>}
            <Button tone="quiet" onPress={onMakeNew}>{needsFolder ? texts.back : texts.makeNew}</Button>
          </div>
        </>
      )}
    </form></main>
  );
}
