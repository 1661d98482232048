import { messages } from '../../shared/messages/en-gb';
import './second-compartment-advice.css';

/** What a second compartment is, and what it cannot hide: the same wherever it is read. `Heading`: one below what it stands under. */
export function SecondCompartmentAdvice({ heading: Heading }: { heading: 'h3' | 'h4' }) {
  const texts = messages.secondCompartment;
  return (
    <div className="compartment-advice measure">
      <p>{texts.lead}</p>
      {texts.points.map(({ title, text }) => (
        <section key={title}>
          <Heading>{title}</Heading>
          {text.length > 1 ? <ul>{text.map((line) => <li key={line}>{line}</li>)}</ul> : <p>{text[0]}</p>}
        </section>
      ))}
    </div>
  );
}
