import { useImperativeHandle, useRef, useState } from 'react';
import type { Grant } from '../../shared/contract/program-calls';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { ask } from '../app/bridge';
import type { WayInProps } from './way-in-handle';

/** The key file, picked where it is kept. */
export function EnterKeyFile({ isDisabled, ref }: WayInProps) {
  const texts = messages.unlock;
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<Grant | null>(null);
  const [error, setError] = useState<string | null>(null);
  useImperativeHandle(ref, () => ({
    take: () => {
      setError(chosen ? null : texts.keyFileNone);
      if (chosen) return { kind: 'key-file', file: chosen.grant };
      button.current?.focus();
      return null;
    },
    refuse: (code) => {
      if (code === 'grant-spent' || code === 'file-unreadable' || code === 'too-large' || code === 'file-empty') setChosen(null);
      else if (code !== 'wrong-secret') return false;
      setError(code === 'wrong-secret' ? texts.wrongKeyFile : messages.errors.say({ code }));
      return true;
    },
    clear: () => setChosen(null),
    focus: () => button.current?.focus(),
  }), [chosen, texts]);
  const choose = async (): Promise<void> => {
    const answer = await ask('vault.chooseKeyFile', {});
    if (!answer.ok) { setError(messages.errors.say(answer.error)); return; }
    if (answer.value.chosen) { setChosen(answer.value.chosen); setError(null); }
  };
  return (
    <div className="field" role="group" aria-labelledby="key-file-label">
      <h2 className="field-label" id="key-file-label">{texts.keyFile}</h2>
      <p className="field-hint">{texts.keyFileHint}</p>
      <div className="row">
        {chosen && <span className="key-file-name" dir="auto">{texts.keyFileChosen(chosen.name)}</span>}
        <Button ref={button} onPress={() => void choose()} isDisabled={isDisabled} autoFocus>{chosen ? texts.keyFileOther : texts.keyFileChoose}</Button>
      </div>
      {error && <p className="field-error" role="alert">{error}</p>}
    </div>
  );
}
