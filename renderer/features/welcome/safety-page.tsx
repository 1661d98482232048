import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import './welcome.css';

/** What to know before anything is written. Also reached again from the vault's page. */
export function SafetyPage({ onNext }: { onNext: () => void }) {
  const texts = messages.welcome.safety;
  return (
    <main className="door"><div className="door-inner">
      <h1>{texts.title}</h1>
      <p className="measure">{texts.lead}</p>
      <div className="door-list measure">
        <section className="door-danger"><h2>{texts.dangerTitle}</h2><p>{texts.danger}</p></section>
        <section><h2>{texts.leaveTitle}</h2><p>{texts.leave}</p></section>
        <section><h2>{texts.deviceTitle}</h2><p>{texts.device}</p></section>
        <section><h2>{texts.spyTitle}</h2><p>{texts.spy}</p></section>
        <section><h2>{texts.whoTitle}</h2><p>{texts.who}</p></section>
      </div>
      <div className="row"><Button tone="primary" onPress={onNext}>{texts.next}</Button></div>
    </div></main>
  );
}
