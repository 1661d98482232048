import { Eye } from 'lucide-react';
import { useState } from 'react';
import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { CitedThing } from '../../../shared/model/case/case-page';
import { type Citation, keyOfCitation, type ReadAs } from '../../../shared/model/case/narrative';
import { usePlaceOfCitation } from '../../app/place-of-citation';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { nameOfCited, signOf, stateOf } from './say-cited';

export interface CitedListProps {
  things: readonly CitedThing[];
  readAs: readonly ReadAs[];
  /** She has read what was amended. null: the narrative is only read. */
  onReadAgain: ((thing: CitedThing) => void) | null;
}

/** Everything a narrative refers to, each with the way to it and with what happened to it since. */
export function CitedList({ things, readAs, onReadAgain }: CitedListProps) {
  const texts = messages.narrative.cited;
  const goTo = usePlaceOfCitation();
  const [refused, setRefused] = useState<string | null>(null);
  const open = async (citation: Citation): Promise<void> => {
    const refusal = await goTo(citation);
    setRefused(refusal && messages.errors.say(refusal));
  };
  return (
    <Section title={texts.title} description={things.length === 0 ? texts.none : texts.hint}>
      {things.length > 0 && (
        <ul className="links">
          {things.map((thing) => {
            const state = stateOf(thing, readAs);
            const name = nameOfCited(thing);
            const day = thing.happened === null ? '' : sayDate(thing.happened);
            return (
              <li key={keyOfCitation(thing.citation)}>
                <span className="cited-sign">{signOf(thing)}</span>
                <span className="links-label"><bdi>{name}</bdi>{day !== '' && <span className="small quiet"> · {day}</span>}{state !== 'plain' && <><br /><span className="small cited-state">{texts[stateWords[state]]}</span></>}</span>
                {state === 'amended' && onReadAgain && <Button tone="quiet" icon={Eye} aria-label={texts.readAgainNamed(name)} onPress={() => onReadAgain(thing)}>{texts.readAgain}</Button>}
                {state !== 'gone' && <Button tone="quiet" aria-label={messages.incident.openNamed(name)} onPress={() => void open(thing.citation)}>{messages.incident.openLink}</Button>}
              </li>
            );
          })}
        </ul>
      )}
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
    </Section>
  );
}

const stateWords = { gone: 'erased', draft: 'draft', amended: 'amended' } as const;
