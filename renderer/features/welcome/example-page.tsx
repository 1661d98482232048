import { useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { SecretField, type SecretFieldHandle } from '../../ui/secret-field';
import './welcome.css';

/** The invented case in a vault of its own. */
export function ExamplePage({ onBusy, onBack }: { onBusy: (isBusy: boolean) => void; onBack: () => void }) {
  const texts = messages.welcome.example;
  const field = useRef<SecretFieldHandle>(null);
  const [error, setError] = useState<string | null>(null);
  const task = useTask('example');
  const submit = async (): Promise<void> => {
    const passphrase = field.current?.bytes() ?? new Uint8Array();
    if (passphrase.length === 0) { setError(messages.welcome.create.noneTyped); return; }
    onBusy(true);
    const started = task.start('vault.createExample', { passphrase });
    await started;
    passphrase.fill(0);
    field.current?.clear();
    onBusy(false);
  };
  return (
    <main className="door"><form className="door-inner" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h1>{texts.title}</h1>
      <p className="measure">{texts.lead}</p>
      <SecretField ref={field} label={texts.passphrase} hint={texts.passphraseHint} error={error} onTyped={() => setError(null)} autoFocus isDisabled={Boolean(task.running)} />
      {task.error && <Notice tone="needs-you" announce>{messages.errors.say(task.error)}</Notice>}
      {task.running ? <ProgressLine {...task.running} onCancel={task.cancel} /> : <div className="row"><Button tone="primary" type="submit">{texts.submit}</Button><Button tone="quiet" onPress={onBack}>{messages.ui.back}</Button></div>}
    </form></main>
  );
}
