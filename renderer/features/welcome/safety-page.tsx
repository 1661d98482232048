import { messages } from '../../../shared/messages/en-gb';
import { SafetyAdvice } from '../../app/safety-advice';
import { Button } from '../../ui/button';
import './welcome.css';

/** What to know before anything is written. */
export function SafetyPage({ onNext }: { onNext: () => void }) {
  const texts = messages.welcome.safety;
  return (
    <main className="door"><div className="door-inner">
      <h1>{texts.title}</h1>
      <p className="measure">{texts.lead}</p>
      <SafetyAdvice heading="h2" />
      <div className="row"><Button tone="primary" onPress={onNext}>{texts.next}</Button></div>
    </div></main>
  );
}
