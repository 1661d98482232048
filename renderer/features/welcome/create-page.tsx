import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CallError } from '../../../shared/contract/errors';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { NewPassphrase, type NewPassphraseHandle } from '../../secrets/new-passphrase';
import { SecondCompartmentAdvice } from '../../app/second-compartment-advice';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { focusFirstError } from '../../ui/focus-first-error';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import './welcome.css';

/** Refusals that another folder mends: said beside the folder. */
const aboutFolder = new Set<CallError['code']>(['folder-unwritable', 'vault-exists', 'disk-full', 'place-gone', 'vault-gone', 'io-error', 'grant-spent']);

/** Passphrase, place, and a second compartment if she wants one. `onBusy` is told before the vault opens, so that the door stays until the code was shown. */
export function CreatePage({ onBusy, onMade, onBack }: { onBusy: (isBusy: boolean) => void; onMade: (recoveryCode: string) => void; onBack: () => void }) {
  const texts = messages.welcome.create;
  const compartment = messages.secondCompartment;
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<NewPassphraseHandle>(null);
  const second = useRef<NewPassphraseHandle>(null);
  const [folder, setFolder] = useState<Grant | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [isSecondShown, setSecondShown] = useState(false);

  const chooseFolder = async (): Promise<void> => {
    const answer = await ask('vault.chooseFolder', {});
    if (answer.ok) { if (answer.value.chosen) { setFolder(answer.value.chosen); setRefused(null); } } else setRefused(answer.error);
  };

  const make = async (passphrase: Uint8Array, secondPassphrase: Uint8Array | undefined): Promise<void> => {
    setRefused(null);
    setWorking(true);
    onBusy(true);
    const made = await ask('vault.create', { folder: folder?.grant ?? null, passphrase, ...(secondPassphrase && { secondPassphrase }) });
    setWorking(false);
    if (made.ok) { first.current?.clear(); second.current?.clear(); onMade(made.value.recoveryCode); return; }
    onBusy(false);
    if (made.error.code === 'grant-spent') setFolder(null);
    if (made.error.code === 'same-secret') second.current?.refuse(compartment.sameAsFirst);
    else setRefused(made.error);
  };

  /** undefined: she wants none. What is typed counts though its part was folded again; what is amiss with it is then shown. */
  const takeSecond = async (passphrase: Uint8Array): Promise<Uint8Array | null | undefined> => {
    if (!second.current || second.current.isEmpty()) return undefined;
    // Now, not with the next drawing: what is not yet unfolded cannot be given the keyboard.
    flushSync(() => setSecondShown(true));
    const taken = await second.current.take({ bytes: passphrase, words: compartment.sameAsFirst });
    if (taken === null) focusFirstError(form.current);
    return taken;
  };

  const submit = async (): Promise<void> => {
    if (isWorking) return;
    const passphrase = await first.current?.take();
    if (!passphrase) return;
    const secondPassphrase = await takeSecond(passphrase);
    if (secondPassphrase !== null) await make(passphrase, secondPassphrase);
    passphrase.fill(0);
    secondPassphrase?.fill(0);
  };

  return (
    <main className="door"><form ref={form} className="door-inner" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h1>{texts.title}</h1>
      <NewPassphrase ref={first} label={texts.passphrase} hint={texts.passphraseHint} again={texts.again} autoFocus isDisabled={isWorking} />
      <div className="field">
        <h2 className="field-label">{texts.where}</h2>
        <p className="field-hint">{texts.whereHint}</p>
        <div className="row"><span>{folder ? texts.whereChosen(folder.name) : texts.whereDefault}</span><Button onPress={() => void chooseFolder()} isDisabled={isWorking}>{texts.whereChoose}</Button></div>
        {refused && aboutFolder.has(refused.code) && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      </div>
      <Folded level={2} title={compartment.title} summary={compartment.optional} open={{ is: isSecondShown, set: setSecondShown }}>
        <div className="door-folded">
          <SecondCompartmentAdvice heading="h3" />
          <NewPassphrase ref={second} label={compartment.passphrase} hint={compartment.passphraseHint} again={compartment.again} isDisabled={isWorking} />
        </div>
      </Folded>
      <Notice>{texts.warning}</Notice>
      {refused && !aboutFolder.has(refused.code) && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      {isWorking ? <ProgressLine label={texts.working} fraction={null} /> : <div className="row"><Button tone="primary" type="submit">{texts.submit}</Button><Button tone="quiet" onPress={onBack}>{messages.ui.back}</Button></div>}
    </form></main>
  );
}
