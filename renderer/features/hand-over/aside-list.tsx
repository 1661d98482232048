import { useState } from 'react';
import { sayDate } from '../../../shared/dates';
import type { AsideThing } from '../../../shared/model/search';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { type Choice, toggled } from './choice';

export interface AsideListProps {
  things: readonly AsideThing[];
  /** Taken off the list since it was asked for: shown until she leaves, so that she can put them back. */
  off: ReadonlySet<Id>;
  onOff: (off: ReadonlySet<Id>) => void;
  choice: Choice;
  onChoice: (choice: Choice) => void;
  readOnly: boolean;
}

const shownAtOnce = 50;

/** Messages are known by what they say, everything else by its name. */
function nameOf({ kind, title, opening }: AsideThing): string {
  const [first, second] = kind === 'excerpt' ? [opening, title] : [title, opening];
  return (first || second).slice(0, 80) || messages.handOver.untitled;
}

/** What she put aside in Find, in her order: each goes along unless its tick is taken away, and can be taken off the list. */
export function AsideList({ things, off, onOff, choice, onChoice, readOnly }: AsideListProps) {
  const [shown, setShown] = useState(shownAtOnce);
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const words = messages.handOver.aside;

  async function take(thing: AsideThing, isOff: boolean): Promise<void> {
    const { kind, id } = thing;
    const result = await ask(isOff ? 'aside.takeBack' : 'aside.put', { kind, id });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    onOff(toggled(off, id, isOff));
    setSaid(isOff ? words.wasTakenOff(nameOf(thing)) : words.wasPutBack(nameOf(thing)));
  }
  return (
    <section className="stack-tight" aria-label={words.title}>
      <h2>{words.count(things.length - off.size)}</h2>
      <p className="small quiet">{words.intro}</p>
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      <p role="status" className="small">{said}</p>
      <ul className="aside-list">
        {things.slice(0, shown).map((thing) => {
          const { kind, id, title, happened, canGo } = thing;
          const name = nameOf(thing);
          const isOff = off.has(id);
          const hasDate = happened.typed !== '' || happened.edtf !== '';
          const notes = [kind === 'mail' ? words.mail : messages.chronologySubjects[kind].one, kind === 'excerpt' ? title : '', hasDate ? sayDate(happened) : '', isOff ? words.isOff : canGo ? '' : words.draft];
          return (
            <li key={id} className="aside-row" data-out={isOff || undefined}>
              <Checkbox aria-label={words.goes(name)} isDisabled={isOff || !canGo} isSelected={!isOff && canGo && !choice.takenOut.has(id)} onChange={(is) => onChoice({ ...choice, takenOut: toggled(choice.takenOut, id, !is) })} hint={notes.filter((note) => note !== '').join(' · ')}>
                <span dir="auto">{name}</span>
              </Checkbox>
              {!readOnly && <Button tone="quiet" aria-label={isOff ? words.putBackNamed(name) : words.takeOffNamed(name)} onPress={() => void take(thing, !isOff)}>{isOff ? words.putBack : words.takeOff}</Button>}
            </li>
          );
        })}
      </ul>
      {things.length > shown && <Button tone="quiet" onPress={() => setShown(shown + shownAtOnce)}>{words.more}</Button>}
    </section>
  );
}
