import { useState } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { Notice } from '../../../ui/notice';
import { PassphraseForm } from './passphrase-form';
import type { EndStep } from './way-in-step';

/** A key file, saved where she says. */
export function MakeKeyFile({ replaces, onEnd }: { readonly replaces: boolean; readonly onEnd: EndStep }) {
  const texts = messages.waysIn.file;
  const [isNotSaved, setNotSaved] = useState(false);
  const make = async (passphrase: Uint8Array) => {
    setNotSaved(false);
    const answer = await ask('waysIn.makeKeyFile', { passphrase });
    if (!answer.ok) return answer.error;
    if (answer.value.made) onEnd(texts.done);
    else setNotSaved(true);
    return null;
  };
  return (
    <PassphraseForm title={texts.title} lead={<><p>{texts.lead}</p>{replaces && <p>{texts.replaces}</p>}</>} submit={texts.submit} onCancel={() => onEnd(null)} act={make}>
      {isNotSaved && <Notice announce>{texts.notSaved}</Notice>}
    </PassphraseForm>
  );
}
