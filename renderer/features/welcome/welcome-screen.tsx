import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { CreatePage } from './create-page';
import { ExamplePage } from './example-page';
import { RecoveryCodePages } from './recovery-code-pages';
import { SafetyPage } from './safety-page';
import './welcome.css';

type Step = 'safety' | 'choose' | 'create' | 'code' | 'example';

/**
 * From the first page to an open vault. `onHold(true)` keeps this door in place although the vault is already open,
 * until the recovery code was shown; `onOpenExisting`, `onRestore` and `onCheckBundle` lead to other doors.
 */
export function WelcomeScreen({ startAt = 'safety', onHold, onOpenExisting, onRestore, onCheckBundle }: { startAt?: 'safety' | 'choose'; onHold: (hold: boolean) => void; onOpenExisting: () => void; onRestore: () => void; onCheckBundle: () => void }) {
  const [step, setStep] = useState<Step>(startAt);
  const [code, setCode] = useState('');
  const texts = messages.welcome.choose;
  switch (step) {
    case 'safety': return <SafetyPage onNext={() => setStep('choose')} />;
    case 'create': return <CreatePage onBusy={onHold} onBack={() => setStep('choose')} onMade={(made) => { setCode(made); setStep('code'); }} />;
    case 'code': return <RecoveryCodePages code={code} onDone={() => { setCode(''); onHold(false); }} />;
    case 'example': return <ExamplePage onBusy={onHold} onBack={() => setStep('choose')} />;
    case 'choose': return (
      <main className="door"><div className="door-inner">
        <h1>{texts.title}</h1>
        <p className="measure">{texts.lead}</p>
        <div className="door-choice">
          <div><Button tone="primary" onPress={() => setStep('create')}>{texts.create}</Button><span className="quiet small">{texts.createHint}</span></div>
          <div><Button onPress={onOpenExisting}>{texts.open}</Button><span className="quiet small">{texts.openHint}</span></div>
          <div><Button onPress={onRestore}>{messages.backup.restore.offer}</Button><span className="quiet small">{messages.backup.restore.offerHint}</span></div>
          <div><Button onPress={() => setStep('example')}>{texts.example}</Button><span className="quiet small">{texts.exampleHint}</span></div>
          <div><Button onPress={onCheckBundle}>{messages.checkBundle.offer}</Button><span className="quiet small">{messages.checkBundle.offerHint}</span></div>
        </div>
        <div className="row"><Button tone="quiet" onPress={() => setStep('safety')}>{messages.welcome.safety.title}</Button></div>
      </div></main>
    );
  }
}
