import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { SameDay } from '../../../shared/model/case/same-days';
import type { Id } from '../../../shared/model/identity';
import { usePlaceOfCitation } from '../../app/place-of-citation';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';

/** What her record holds of the days on which something is said to have happened, each with when it was first recorded. Give it a key that changes when the entry does. */
export function RecordOfThoseDays({ id }: { id: Id }) {
  const texts = messages.theirVersion;
  const asked = useAsk('case.sameDays', { id });
  const goTo = usePlaceOfCitation();
  const found = asked.value;
  return (
    <Section title={texts.beside} description={texts.besideHint}>
      {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
      {found && found.things.length === 0 && <p className="quiet">{found.hasDate ? texts.nothing : texts.noDate}</p>}
      {found && found.things.length > 0 && <ul className="links">{found.things.map((thing) => <li key={JSON.stringify(thing.citation)}><Thing thing={thing} /><Button tone="quiet" aria-label={messages.incident.openNamed(nameOf(thing))} onPress={() => void goTo(thing.citation)}>{messages.incident.openLink}</Button></li>)}</ul>}
      {found && found.more > 0 && <p className="quiet">{texts.more(found.more)}</p>}
    </Section>
  );
}

const nameOf = ({ title, opening, subject }: SameDay): string => title || opening.slice(0, 80) || calledAs(subject);
/** Of the entries of the case only contacts are her record of those days. */
const calledAs = (subject: SameDay['subject']): string => messages.chronologySubjects[subject === 'case' ? 'contact' : subject].one;

function Thing({ thing }: { thing: SameDay }) {
  const texts = messages.theirVersion;
  const notes = [texts.firstRecorded(messages.dates.instant(thing.firstRecordedUtc)), thing.amended ? texts.amended : '', thing.isLinked ? texts.linked : '', thing.isBeforeMade ? texts.beforeMade : thing.isBeforeLearned ? texts.beforeLearned : ''].filter(Boolean);
  return (
    <span className="links-label">
      <strong dir="auto">{nameOf(thing)}</strong><br />
      <span className="small">{[calledAs(thing.subject), sayDate(thing.happened)].filter(Boolean).join(' · ')}</span><br />
      <span className="small quiet">{notes.join(' · ')}</span>
    </span>
  );
}
