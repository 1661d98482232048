import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { Gap } from '../../../shared/model/case/case-front';
import { couldBeAsked } from '../../../shared/picklists';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Facts, Section } from '../../ui/page';
import '../../ui-record/entry/entry.css';

/** What could be asked for about one entry, chosen by its kinds and its place. `onSettle` null: the vault can only be read. */
export function GapPage({ gap, name, isSettled, onSettle }: { gap: Gap; name: string; isSettled: boolean; onSettle: ((settles: boolean) => void) | null }) {
  const texts = messages.gaps;
  const { go } = usePlaces();
  return (
    <div className="incident-page">
      <article className="incident" aria-label={name}>
        <div className="incident-head"><h1 dir="auto" className="heading-small">{name}</h1><p className="quiet">{[sayDate(gap.happened), gap.where].filter(Boolean).join(' · ')}</p></div>
        <div className="row">
          <Button onPress={() => go({ name: 'chronology', open: { subject: 'incident', id: gap.incidentId } })}>{texts.openEntry}</Button>
          {onSettle && <Button tone="quiet" onPress={() => onSettle(!isSettled)}>{isSettled ? texts.lookAgain : texts.nothing}</Button>}
        </div>
        <p className="measure quiet">{texts.safety}</p>
        {!isSettled && couldBeAsked(gap.kinds, gap.where).map(({ id, name: what, holds, how, soon }) => (
          <Section key={id} title={what}>
            <Facts facts={[{ name: texts.holds, value: holds }, { name: texts.how, value: how }, ...(soon === '' ? [] : [{ name: texts.soon, value: soon }])]} />
          </Section>
        ))}
      </article>
    </div>
  );
}
