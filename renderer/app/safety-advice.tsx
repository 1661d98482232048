import { messages } from '../../shared/messages/en-gb';
import './safety-advice.css';

/** What to know before anything is written, and later whenever she wants to. `Heading`: one below what it stands under. */
export function SafetyAdvice({ heading: Heading }: { heading: 'h2' | 'h4' }) {
  const texts = messages.welcome.safety;
  return (
    <div className="safety-advice measure">
      <section className="safety-danger"><Heading>{texts.dangerTitle}</Heading><p>{texts.danger}</p></section>
      <section><Heading>{texts.leaveTitle}</Heading><p>{texts.leave}</p></section>
      <section><Heading>{texts.deviceTitle}</Heading><p>{texts.device}</p></section>
      <section><Heading>{texts.spyTitle}</Heading><p>{texts.spy}</p></section>
      <section><Heading>{texts.whoTitle}</Heading><p>{texts.who}</p></section>
    </div>
  );
}
