import { useRef, useState } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { NewPassphrase, type NewPassphraseHandle } from '../../../secrets/new-passphrase';
import { Button } from '../../../ui/button';
import { sayOfNext } from './of-next';
import { PassphraseForm } from './passphrase-form';
import { ReplacePassphrase } from './replace-passphrase';
import type { EndStep } from './way-in-step';

/** The old passphrase, the new one twice; or another way in, where the old one is forgotten. */
export function ChangePassphrase({ onEnd }: { readonly onEnd: EndStep }) {
  const texts = messages.waysIn.change;
  const next = useRef<NewPassphraseHandle>(null);
  const [isForgotten, setForgotten] = useState(false);
  if (isForgotten) return <ReplacePassphrase onEnd={onEnd} onBack={() => setForgotten(false)} />;
  const change = async (passphrase: Uint8Array) => {
    const taken = await next.current?.take({ bytes: passphrase, words: texts.sameAsNow });
    if (!taken) return null;
    const changed = await ask('waysIn.changePassphrase', { passphrase, next: taken });
    taken.fill(0);
    if (changed.ok) { onEnd(texts.done); return null; }
    const aboutNext = sayOfNext(changed.error);
    if (aboutNext === null) return changed.error;
    next.current?.refuse(aboutNext);
    return null;
  };
  return (
    <PassphraseForm title={texts.title} lead={<><p>{texts.lead}</p><p className="small quiet">{messages.waysIn.oldCopies}</p></>} submit={texts.submit} onCancel={() => onEnd(null)} act={change} more={<Button tone="quiet" onPress={() => setForgotten(true)}>{texts.forgotten}</Button>}>
      <NewPassphrase ref={next} label={texts.next} hint={messages.welcome.create.passphraseHint} again={texts.again} />
    </PassphraseForm>
  );
}
