import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { SecretField, type SecretFieldHandle } from '../../ui/secret-field';
import { judge, loadEstimator, type Strength } from './strength';
import { StrengthLine } from './strength-line';
import './welcome.css';

/** Refusals that another folder mends: said beside the folder. */
const aboutFolder = new Set<CallError['code']>(['folder-unwritable', 'vault-exists', 'disk-full', 'place-gone', 'vault-gone', 'io-error', 'grant-spent']);

/** Passphrase and place. `onBusy` is told before the vault opens, so that the door stays until the code was shown. */
export function CreatePage({ onBusy, onMade, onBack }: { onBusy: (isBusy: boolean) => void; onMade: (recoveryCode: string) => void; onBack: () => void }) {
  const texts = messages.welcome.create;
  const first = useRef<SecretFieldHandle>(null);
  const second = useRef<SecretFieldHandle>(null);
  const [strength, setStrength] = useState<Strength | null>(null);
  const [folder, setFolder] = useState<Grant | null>(null);
  const [firstError, setFirstError] = useState<string | null>(null);
  const [secondError, setSecondError] = useState<string | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const [isWorking, setWorking] = useState(false);
  useEffect(() => { void loadEstimator(); }, []);

  const onTyped = (typed: string): void => {
    setFirstError(null);
    if (!typed) { setStrength(null); return; }
    void loadEstimator().then((estimate) => setStrength(judge(estimate(typed))));
  };

  const chooseFolder = async (): Promise<void> => {
    const answer = await ask('vault.chooseFolder', { purpose: 'create' });
    if (answer.ok) { if (answer.value.chosen) { setFolder(answer.value.chosen); setRefused(null); } } else setRefused(answer.error);
  };

  const submit = async (): Promise<void> => {
    if (!first.current || !second.current || isWorking) return;
    const passphrase = first.current.bytes();
    if (passphrase.length === 0) { setFirstError(texts.noneTyped); first.current.focus(); return; }
    if (!strength || strength.level === 'weak') { setFirstError(messages.errors.say({ code: 'passphrase-too-weak' })); first.current.focus(); return; }
    if (!first.current.equals(second.current)) { setSecondError(texts.notSame); second.current.focus(); return; }
    setRefused(null);
    setWorking(true);
    onBusy(true);
    const made = await ask('vault.create', { folder: folder?.grant ?? null, passphrase });
    passphrase.fill(0);
    setWorking(false);
    if (made.ok) { first.current?.clear(); second.current?.clear(); onMade(made.value.recoveryCode); return; }
    onBusy(false);
    if (made.error.code === 'grant-spent') setFolder(null);
    setRefused(made.error);
  };

  return (
    <main className="door"><form className="door-inner" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h1>{texts.title}</h1>
      <SecretField ref={first} label={texts.passphrase} hint={texts.passphraseHint} error={firstError} onTyped={onTyped} autoComplete="new-password" autoFocus isDisabled={isWorking} />
      <StrengthLine strength={strength} />
      <SecretField ref={second} label={texts.again} error={secondError} onTyped={() => setSecondError(null)} autoComplete="new-password" isDisabled={isWorking} />
      <div className="field">
        <h2 className="field-label">{texts.where}</h2>
        <p className="field-hint">{texts.whereHint}</p>
        <div className="row"><span>{folder ? texts.whereChosen(folder.name) : texts.whereDefault}</span><Button onPress={() => void chooseFolder()} isDisabled={isWorking}>{texts.whereChoose}</Button></div>
        {refused && aboutFolder.has(refused.code) && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      </div>
      <Notice>{texts.warning}</Notice>
      {refused && !aboutFolder.has(refused.code) && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      {isWorking ? <ProgressLine label={texts.working} fraction={null} /> : <div className="row"><Button tone="primary" type="submit">{texts.submit}</Button><Button tone="quiet" onPress={onBack}>{messages.ui.back}</Button></div>}
    </form></main>
  );
}
