import { useRef, useState } from 'react';
import type { CallError } from '../../../../shared/contract/errors';
import type { WayInKind } from '../../../../shared/contract/ways-in-calls';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { EnterWayIn } from '../../../secrets/enter-way-in';
import { NewPassphrase, type NewPassphraseHandle } from '../../../secrets/new-passphrase';
import { OtherWays } from '../../../secrets/other-ways';
import { type WayInHandle, zeroSecret } from '../../../secrets/way-in-handle';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ProgressLine } from '../../../ui/progress-line';
import { StepHeader } from '../../../ui/step-header';
import { sayOfNext } from './of-next';
import type { EndStep } from './way-in-step';
import './ways-in.css';

/** A new passphrase where the old one is forgotten: another way in stands for it. */
export function ReplacePassphrase({ onEnd, onBack }: { readonly onEnd: EndStep; readonly onBack: () => void }) {
  const texts = messages.waysIn.change;
  const entry = useRef<WayInHandle>(null);
  const next = useRef<NewPassphraseHandle>(null);
  const [kind, setKind] = useState<WayInKind>('recovery-code');
  const [refused, setRefused] = useState<CallError | null>(null);
  const [isWorking, setWorking] = useState(false);

  const replace = async (): Promise<void> => {
    if (isWorking) return;
    const secret = entry.current?.take();
    if (!secret) return;
    setRefused(null);
    const taken = await next.current?.take();
    if (taken) {
      setWorking(true);
      const replaced = await ask('waysIn.replacePassphrase', { secret, next: taken });
      taken.fill(0);
      setWorking(false);
      if (replaced.ok) onEnd(texts.done);
      else if (sayOfNext(replaced.error) !== null) next.current?.refuse(sayOfNext(replaced.error) ?? '');
      else if (!entry.current?.refuse(replaced.error.code)) setRefused(replaced.error);
      else requestAnimationFrame(() => entry.current?.focus());
    }
    zeroSecret(secret);
  };

  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void replace(); }}>
      <StepHeader title={texts.title} isForm />
      <p className="measure">{texts.forgottenLead}</p>
      <div className="step-fields">
        <div>
          <EnterWayIn ref={entry} kind={kind} isDisabled={isWorking} />
          <div className="step-more"><OtherWays label={texts.otherWay} chosen={kind} onChoose={(chosen) => { setRefused(null); if (chosen === 'passphrase') onBack(); else setKind(chosen); }} /></div>
        </div>
        <NewPassphrase ref={next} label={texts.next} hint={messages.welcome.create.passphraseHint} again={texts.again} isDisabled={isWorking} />
      </div>
      {refused && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      {isWorking ? <ProgressLine label={messages.waysIn.working} fraction={null} /> : (
        <div className="row"><Button tone="primary" type="submit">{texts.submit}</Button><Button tone="quiet" onPress={() => onEnd(null)}>{messages.ui.cancel}</Button></div>
      )}
    </form>
  );
}
