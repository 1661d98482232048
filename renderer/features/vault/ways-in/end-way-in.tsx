import type { WayInKind } from '../../../../shared/contract/ways-in-calls';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { PassphraseForm } from './passphrase-form';
import type { EndStep } from './way-in-step';

/** Ends one way in; says what that does not end. */
export function EndWayIn({ kind, onEnd }: { readonly kind: Exclude<WayInKind, 'passphrase'>; readonly onEnd: EndStep }) {
  const texts = messages.waysIn.end;
  const end = async (passphrase: Uint8Array) => {
    const ended = await ask('waysIn.remove', { passphrase, kind });
    if (ended.ok) onEnd(texts.done[kind]);
    return ended.ok ? null : ended.error;
  };
  return <PassphraseForm title={texts.title[kind]} lead={<><p>{texts.lead[kind]}</p><p className="small quiet">{messages.waysIn.oldCopies}</p></>} submit={texts.action[kind]} onCancel={() => onEnd(null)} act={end} />;
}
