import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { deadlineFromOffer, deadlinesOffered } from '../../shared/deadlines/offers';
import { deadlineRule } from '../../shared/deadlines/rules';
import { workOut } from '../../shared/deadlines/work-out';
import { sayDay } from '../../shared/layouts/say';
import { messages } from '../../shared/messages/en-gb';
import type { Contact } from '../../shared/model/case/contact';
import type { Id } from '../../shared/model/identity';
import { ask } from '../app/bridge';
import { usePlaces } from '../app/places';
import { useProgram } from '../app/program';
import { useAsk } from '../app/use-ask';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Section } from '../ui/page';

/** Below a contact: time limits that it may have started, to be noted if she says so, and those that came from it already. Nothing of either: nothing is drawn. */
export function DeadlineOffer({ contactId, contact }: { contactId: Id; contact: Contact }) {
  const texts = messages.deadlines;
  const { readOnly } = useProgram();
  const { go } = usePlaces();
  const [refused, setRefused] = useState<string | null>(null);
  const concerning = useAsk('case.concerning', { kind: 'case', id: contactId }).value?.rows;
  if (!concerning) return null;
  const noted = concerning.filter(({ kind }) => kind === 'deadline');
  const offers = readOnly ? [] : deadlinesOffered(contact).filter(({ rule }) => !noted.some(({ form }) => form === rule));
  if (noted.length + offers.length === 0) return null;
  const note = async (offer: (typeof offers)[number]): Promise<void> => {
    const begun = await ask('case.begin', { content: deadlineFromOffer(offer, contactId, contact) });
    if (begun.ok) go({ name: 'case', view: 'deadlines', entryId: begun.value.id });
    else setRefused(messages.errors.say(begun.error));
  };
  return (
    <>
      {noted.length > 0 && <Section title={texts.offered}><div className="row">{noted.map(({ id, title, form }) => <Button key={id} tone="quiet" onPress={() => go({ name: 'case', view: 'deadlines', entryId: id })}>{title || deadlineRule(form)?.name || texts.name}</Button>)}</div></Section>}
      {offers.length > 0 && (
        <Section title={texts.offerTitle} description={texts.offerWords}>
          {offers.map((offer) => {
            const { lastDay, isAbout } = workOut({ ...offer, ownDay: '' });
            return <div key={offer.rule} className="row"><Button icon={CalendarPlus} onPress={() => void note(offer)}>{texts.offer(deadlineRule(offer.rule)?.name ?? texts.name)}</Button><span className="quiet small">{lastDay !== '' && (isAbout ? texts.about(sayDay(lastDay)) : sayDay(lastDay))}</span></div>;
          })}
          {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
        </Section>
      )}
    </>
  );
}
