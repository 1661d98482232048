import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { CheckRecoveryCode } from '../../app/check-recovery-code';
import './welcome.css';

/** Shows the code this once, then asks for parts of it. `onDone` in either case: everything may be left half done. */
export function RecoveryCodePages({ code, onDone }: { code: string; onDone: () => void }) {
  const [step, setStep] = useState<'shown' | 'check'>('shown');
  const [isCopied, setCopied] = useState(false);
  const texts = messages.welcome.code;
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
      <h1>{texts.title}</h1>
      <p className="measure">{texts.lead}</p>
      <p className="recovery-code" role="group" aria-label={texts.label} tabIndex={0}>{code}</p>
      <p className="measure">{texts.keep}</p>
      <div className="row">
        <Button icon={Copy} onPress={() => void ask('program.copyText', { text: code }).then((result) => setCopied(result.ok))}>{texts.copy}</Button>
        <Button icon={Printer} onPress={() => window.print()}>{texts.print}</Button>
        <span role="status" className="quiet small">{isCopied ? texts.copied : ''}</span>
      </div>
      <Notice>{texts.printHint}</Notice>
      <div className="row"><Button tone="primary" onPress={() => setStep('check')}>{texts.next}</Button></div>
    </div></main>
  );
}
