import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { CheckRecoveryCode } from '../../secrets/check-recovery-code';
import { ShowRecoveryCode } from '../../secrets/show-recovery-code';
import { Button } from '../../ui/button';
import './welcome.css';

/** Shows the code, then asks for parts of it. `onDone` in either case: everything may be left half done. */
export function RecoveryCodePages({ code, onDone }: { code: string; onDone: () => void }) {
  const [step, setStep] = useState<'shown' | 'check'>('shown');
  if (step === 'check') {
    return (
      <main className="door"><div className="door-inner">
        <h1>{messages.welcome.confirm.title}</h1>
        <CheckRecoveryCode onConfirmed={onDone} more={<><Button tone="quiet" onPress={() => setStep('shown')}>{messages.welcome.confirm.back}</Button><Button tone="quiet" onPress={onDone}>{messages.welcome.confirm.later}</Button></>} />
      </div></main>
    );
  }
  return (
    <main className="door"><div className="door-inner">
      <h1>{messages.welcome.code.title}</h1>
      <ShowRecoveryCode code={code} onWritten={() => setStep('check')} />
    </div></main>
  );
}
