import { useEffect, useRef } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { NewPassphrase, type NewPassphraseHandle } from '../../../secrets/new-passphrase';
import { useRenewalWork } from '../../../app/renewal-work';
import { Notice } from '../../../ui/notice';
import { ProgressLine } from '../../../ui/progress-line';
import { sayOfNext } from './of-next';
import { PassphraseForm } from './passphrase-form';
import type { EndStep } from './way-in-step';

/** Everything locked anew: a new passphrase and the long work with its figure. The new recovery code is shown by the vault's page, for she may be elsewhere when it is done. */
export function RenewEverything({ onEnd }: { readonly onEnd: EndStep }) {
  const texts = messages.waysIn.renew;
  const next = useRef<NewPassphraseHandle>(null);
  const task = useRenewalWork();
  const isStopped = task.error?.code === 'cancelled';
  const aboutNext = sayOfNext(task.error);
  useEffect(() => { if (aboutNext !== null) next.current?.refuse(aboutNext); }, [aboutNext, task.error]);
  const renew = async (passphrase: Uint8Array) => {
    const taken = await next.current?.take({ bytes: passphrase, words: messages.waysIn.change.sameAsNow });
    if (!taken) return null;
    await task.start('waysIn.renew', { passphrase, next: taken });
    taken.fill(0);
    return null;
  };
  return (
    <PassphraseForm
      title={texts.title} submit={texts.submit} onCancel={() => onEnd(null)} act={renew} refusal={isStopped || aboutNext !== null ? null : task.error}
      lead={<><p>{texts.lead}</p><ul className="step-points">{texts.points.map((point) => <li key={point}>{point}</li>)}</ul></>}
      progress={task.running && <ProgressLine {...task.running} onCancel={task.cancel} />}
    >
      <NewPassphrase ref={next} label={texts.next} hint={messages.welcome.create.passphraseHint} again={texts.again} />
      {isStopped && <Notice announce>{texts.stopped}</Notice>}
    </PassphraseForm>
  );
}
