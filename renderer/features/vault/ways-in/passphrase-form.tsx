import { type ReactNode, useRef, useState } from 'react';
import type { CallError } from '../../../../shared/contract/errors';
import { messages } from '../../../../shared/messages/en-gb';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ProgressLine } from '../../../ui/progress-line';
import { StepHeader } from '../../../ui/step-header';
import { SecretField, type SecretFieldHandle } from '../../../ui/secret-field';
import './ways-in.css';

export interface PassphraseFormProps {
  title: string;
  lead: ReactNode;
  submit: string;
  onCancel: () => void;
  /** Does it; the passphrase is zeroed afterwards. Gives back the refusal, or null when it was done, or not begun because a field was amiss. */
  act: (passphrase: Uint8Array) => Promise<CallError | null>;
  /** A refusal that came by another way than `act`'s answer. */
  refusal?: CallError | null;
  /** Fields above the passphrase, and beneath it. */
  before?: ReactNode;
  children?: ReactNode;
  /** A quiet control beside the passphrase. */
  more?: ReactNode;
  /** What to draw in place of the buttons while it is being done; a plain line where nothing is given. */
  progress?: ReactNode;
}

/** A step that asks for the passphrase anew: who walks up to an open vault must not add a key of his own. */
export function PassphraseForm({ title, lead, submit, onCancel, act, refusal = null, before, children, more, progress }: PassphraseFormProps) {
  const texts = messages.waysIn;
  const field = useRef<SecretFieldHandle>(null);
  const [error, setError] = useState<string | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const [isWorking, setWorking] = useState(false);

  const complain = (words: string): void => { setError(words); requestAnimationFrame(() => field.current?.focus()); };
  const say = (refusedWith: CallError | null): void => {
    if (refusedWith?.code === 'wrong-secret') complain(texts.wrongPassphrase);
    else setRefused(refusedWith);
  };
  const [told, setTold] = useState<CallError | null>(null);
  if (refusal !== told) { setTold(refusal); say(refusal); }
  const go = async (): Promise<void> => {
    if (isWorking) return;
    const passphrase = field.current?.bytes() ?? new Uint8Array();
    if (passphrase.length === 0) { complain(texts.noneTyped); return; }
    setRefused(null);
    setWorking(true);
    const refusedWith = await act(passphrase);
    passphrase.fill(0);
    setWorking(false);
    if (refusedWith) say(refusedWith);
  };

  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void go(); }}>
      <StepHeader title={title} isForm />
      <div className="stack measure">{lead}</div>
      <div className="step-fields">
        {before}
        <div className="step-passphrase">
          <SecretField ref={field} label={texts.passphrase} hint={texts.passphraseHint} error={error} onTyped={() => setError(null)} autoComplete="current-password" autoFocus={!before} isDisabled={isWorking} />
          {more && <div className="step-more">{more}</div>}
        </div>
        {children}
      </div>
      {refused && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      {isWorking ? progress ?? <ProgressLine label={texts.working} fraction={null} /> : (
        <div className="row"><Button tone="primary" type="submit">{submit}</Button><Button tone="quiet" onPress={onCancel}>{messages.ui.cancel}</Button></div>
      )}
    </form>
  );
}
