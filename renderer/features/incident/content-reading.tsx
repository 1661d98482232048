import { sayDate } from '../../../shared/dates';
import type { IncidentContent } from '../../../shared/model/incident';
import { type Person, personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { abuseKindOf, dateBasisLabels, partLabels } from '../../../shared/picklists';
import { Facts } from '../../ui/page';

/** What stands over an entry: the name she gave it, else when it happened. */
export function headingOf(content: IncidentContent): string {
  return content.title || (content.happened.typed ? sayDate(content.happened, { weekday: true }) : messages.dates.undated);
}

function sayDated({ happened }: { happened: IncidentContent['happened'] }): string {
  const said = sayDate(happened, { weekday: true });
  return happened.basis ? `${said} (${dateBasisLabels[happened.basis].label})` : said;
}

/** When it happened and how she knows, in words. */
export function sayHappened({ happened }: IncidentContent): string {
  return happened.typed ? sayDated({ happened }) : messages.dates.undated;
}

/** Who took part, a line for each part they had: forty people in one are eight names to a line, not forty repetitions. */
function Involved({ content, people }: { content: IncidentContent; people: readonly Person[] }) {
  const nameOf = (personId: string): string => personOf(people, personId)?.name ?? messages.people.erasedPerson;
  // Two entries of one person may both stand in it; what is erased stays as many people as it was.
  const everybodyOf = (part: string): { key: string; name: string }[] =>
    [...new Map(content.people.filter((one) => one.part === part).map(({ personId }) => { const key = personOf(people, personId)?.id ?? personId; return [key, { key, name: nameOf(personId) }]; })).values()];
  const parts = [...new Set(content.people.map(({ part }) => part))];
  return (
    <ul className="reading-people">
      {parts.map((part) => (
        <li key={part}>
          <span className="quiet">{messages.incident.partList(partLabels[part].label)}</span>{' '}
          {everybodyOf(part).map(({ key, name }, index) => <span key={key}>{index > 0 && ', '}<bdi>{name}</bdi></span>)}
        </li>
      ))}
    </ul>
  );
}

/** One reading of the entry, as recorded. Fields left empty are left out. */
export function ContentReading({ content, people, isDateSaid = false }: { content: IncidentContent; people: readonly Person[]; /** The heading says when it happened already. */ isDateSaid?: boolean }) {
  const texts = messages.incident;
  const words = (text: string): React.ReactNode => <span className="account-small" dir="auto">{text}</span>;
  const facts = [
    { name: texts.learned, value: content.learned.typed && sayDated({ happened: content.learned }) },
    { name: texts.where, value: content.where && words(content.where) },
    { name: texts.people, value: content.people.length > 0 && <Involved content={content} people={people} /> },
    { name: texts.kinds, value: content.kinds.length > 0 && content.kinds.map((id) => abuseKindOf(id)?.label ?? texts.otherKind(id)).join(', ') },
    { name: texts.effectOnMe, value: content.effectOnMe && words(content.effectOnMe) },
    { name: texts.effectOnChildren, value: content.effectOnChildren && words(content.effectOnChildren) },
    { name: texts.whatNext, value: content.whatNext && words(content.whatNext) },
  ].filter(({ value }) => Boolean(value));
  return (
    <div className="reading">
      {!isDateSaid && <p className="reading-date">{sayHappened(content)}</p>}
      <div className="account-text measure" dir="auto">{content.account || texts.empty}</div>
      {facts.length > 0 && <Facts facts={facts} />}
      {content.privilegedNote && <section className="privileged"><h2>{texts.privileged}</h2><p className="small quiet">{texts.privilegedHint}</p><p className="account-small" dir="auto">{content.privilegedNote}</p></section>}
    </div>
  );
}
