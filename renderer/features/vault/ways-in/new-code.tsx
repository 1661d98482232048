import { useState } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { CodePages } from './code-pages';
import { PassphraseForm } from './passphrase-form';
import type { EndStep } from './way-in-step';

/** A recovery code in place of the one there was. */
export function NewCode({ replaces, onEnd }: { readonly replaces: boolean; readonly onEnd: EndStep }) {
  const texts = messages.waysIn.code;
  const [code, setCode] = useState<string | null>(null);
  if (code !== null) return <CodePages code={code} onDone={(isChecked) => onEnd(isChecked ? texts.done : texts.later)} />;
  const make = async (passphrase: Uint8Array) => {
    const made = await ask('waysIn.newRecoveryCode', { passphrase });
    if (made.ok) setCode(made.value.recoveryCode);
    return made.ok ? null : made.error;
  };
  return <PassphraseForm title={texts.title} lead={<p>{replaces ? texts.lead : texts.leadFirst}</p>} submit={texts.submit} onCancel={() => onEnd(null)} act={make} />;
}
