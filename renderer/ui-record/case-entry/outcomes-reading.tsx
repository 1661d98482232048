import { sayDate } from '../../../shared/dates';
import type { Outcome } from '../../../shared/model/case/contact';
import { messages } from '../../../shared/messages/en-gb';
import { Section } from '../../ui/page';
import './item-list.css';
import { OutcomeSource, sayOutcome } from './outcomes-field';

/** What came of it, as it is read; nothing when nothing was noted. */
export function OutcomesReading({ outcomes }: { outcomes: readonly Outcome[] }) {
  const texts = messages.police;
  if (outcomes.length === 0) return null;
  return (
    <Section title={texts.outcomes.title}>
      <ul className="said-list">
        {outcomes.map((outcome) => (
          <li key={outcome.id}>
            <p><strong>{sayOutcome(outcome)}</strong>{sayDate(outcome.told) && `, ${texts.story.toldOn(sayDate(outcome.told))}`}</p>
            {outcome.note && <p className="account-small" dir="auto">{outcome.note}</p>}
            <OutcomeSource outcome={outcome} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
