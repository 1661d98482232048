import { sayDate } from '../../../shared/dates';
import type { IncidentContent } from '../../../shared/model/incident';
import type { Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { abuseKindOf, dateBasisLabels, partLabels } from '../../../shared/picklists';
import { Facts } from '../../ui/page';

function sayDated({ happened }: { happened: IncidentContent['happened'] }): string {
  const said = sayDate(happened, { weekday: true });
  return happened.basis ? `${said} (${dateBasisLabels[happened.basis].label})` : said;
}

/** One reading of the entry, as recorded. Fields left empty are left out. */
export function ContentReading({ content, people }: { content: IncidentContent; people: readonly Person[] }) {
  const texts = messages.incident;
  const words = (text: string): React.ReactNode => <span className="account-small" dir="auto">{text}</span>;
  const facts = [
    { name: texts.learned, value: content.learned.typed && sayDated({ happened: content.learned }) },
    { name: texts.where, value: content.where && words(content.where) },
    { name: texts.people, value: content.people.length > 0 && content.people.map(({ personId, part }) => `${people.find(({ id }) => id === personId)?.name ?? texts.unknownPerson} (${partLabels[part].label.toLocaleLowerCase('en-GB')})`).join(', ') },
    { name: texts.kinds, value: content.kinds.length > 0 && content.kinds.map((id) => abuseKindOf(id)?.label ?? texts.otherKind(id)).join(', ') },
    { name: texts.effectOnMe, value: content.effectOnMe && words(content.effectOnMe) },
    { name: texts.effectOnChildren, value: content.effectOnChildren && words(content.effectOnChildren) },
    { name: texts.whatNext, value: content.whatNext && words(content.whatNext) },
  ].filter(({ value }) => Boolean(value));
  return (
    <div className="reading">
      <p className="reading-date">{content.happened.typed ? sayDated(content) : messages.dates.undated}</p>
      <div className="account-text measure" dir="auto">{content.account || texts.empty}</div>
      {facts.length > 0 && <Facts facts={facts} />}
      {content.privilegedNote && <section className="privileged"><h2>{texts.privileged}</h2><p className="small quiet">{texts.privilegedHint}</p><p className="account-small" dir="auto">{content.privilegedNote}</p></section>}
    </div>
  );
}
