import { useState } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { CheckRecoveryCode } from '../../../secrets/check-recovery-code';
import { ShowRecoveryCode } from '../../../secrets/show-recovery-code';
import { Button } from '../../../ui/button';
import { StepHeader } from '../../../ui/step-header';

/** A code just made: shown, then checked, as when the vault was made. It may be left half done: the vault's page then offers it again. */
export function CodePages({ code, onDone }: { readonly code: string; readonly onDone: (isChecked: boolean) => void }) {
  const [isChecking, setChecking] = useState(false);
  const texts = messages.welcome;
  return isChecking ? (
    <div className="stack">
      <StepHeader title={texts.confirm.title} />
      <CheckRecoveryCode
        onConfirmed={() => onDone(true)}
        more={<><Button tone="quiet" onPress={() => setChecking(false)}>{texts.confirm.back}</Button><Button tone="quiet" onPress={() => onDone(false)}>{texts.confirm.later}</Button></>}
      />
    </div>
  ) : (
    <div className="stack">
      <StepHeader title={texts.code.title} />
      <ShowRecoveryCode code={code} onWritten={() => setChecking(true)} />
    </div>
  );
}
