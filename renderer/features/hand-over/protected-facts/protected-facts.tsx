import { useRef, useState } from 'react';
import type { ProtectedFact, ProtectedFactSaid } from '../../../../shared/model/protected-fact';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { useAsk } from '../../../app/use-ask';
import { Button } from '../../../ui/button';
import { Folded } from '../../../ui/folded';
import { Notice } from '../../../ui/notice';
import { UndoLine } from '../../../ui/undo-line';
import { FactForm } from './fact-form';

/** What must never be in what she hands over: added, changed, taken off; what People knows of the kind is offered. */
export function ProtectedFacts({ readOnly, onChanged, onTyped }: { readOnly: boolean; onChanged: () => void; /** Whether she has typed one and not added it. */ onTyped: (isTyped: boolean) => void }) {
  const words = messages.sweep.facts;
  const list = useAsk('protectedFacts.list', {});
  const offers = useAsk('protectedFacts.offers', {});
  const [editing, setEditing] = useState<ProtectedFact | 'new' | null>(null);
  const [removed, setRemoved] = useState<ProtectedFact | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const facts = list.value?.facts ?? [];
  const changed = (): void => { list.again(); offers.again(); onChanged(); };
  // What was pressed is gone with the form: the keyboard goes to the way to add another.
  const close = (): void => { setEditing(null); requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[data-begin]')?.focus()); };

  async function save(given: ProtectedFactSaid): Promise<string | null> {
    const result = editing === null || editing === 'new' ? await ask('protectedFacts.add', given) : await ask('protectedFacts.amend', { id: editing.id, ...given });
    if (!result.ok) return messages.errors.say(result.error);
    setRemoved(null);
    close();
    changed();
    return null;
  }
  async function remove(fact: ProtectedFact): Promise<void> {
    const result = await ask('protectedFacts.remove', { id: fact.id });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    setRemoved(fact);
    changed();
  }
  /** Its words are gone from the vault: it is listed anew, and the history says so. */
  async function putBack({ kind, text, alsoWritten }: ProtectedFact): Promise<void> {
    const result = await ask('protectedFacts.add', { kind, text, alsoWritten });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    setRemoved(null);
    changed();
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[data-begin]')?.focus());
  }
  async function take(given: ProtectedFactSaid): Promise<void> {
    const result = await ask('protectedFacts.add', given);
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) changed();
  }
  return (
    <Folded level={2} title={words.title} summary={words.listed(facts.length)}>
      <div ref={place} className="stack-tight">
        <p>{words.intro}</p>
        <p className="small quiet">{words.stays}</p>
        {(list.error ?? offers.error) && <Notice tone="needs-you">{messages.errors.say((list.error ?? offers.error)!)}</Notice>}
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        {removed && <UndoLine text={words.removed(removed.text)} onUndo={() => void putBack(removed)} />}
        {list.value && facts.length === 0 && <p className="quiet">{words.none}</p>}
        {facts.length > 0 && (
          <ul className="fact-list">
            {facts.map((fact) => (
              <li key={fact.id}>
                <p dir="auto"><strong>{fact.text}</strong></p>
                <p className="small quiet" dir="auto">{[words.kinds[fact.kind], fact.alsoWritten.length > 0 ? words.also(fact.alsoWritten) : ''].filter((part) => part !== '').join(' · ')}</p>
                {!readOnly && <div className="row fact-actions">
                  <Button tone="quiet" aria-label={words.changeNamed(fact.text)} onPress={() => setEditing(fact)}>{words.change}</Button>
                  <Button tone="quiet" aria-label={words.removeNamed(fact.text)} onPress={() => void remove(fact)}>{words.remove}</Button>
                </div>}
              </li>
            ))}
          </ul>
        )}
        {!readOnly && (editing === null
          ? <Button data-begin="" onPress={() => setEditing('new')}>{words.begin}</Button>
          : <FactForm key={editing === 'new' ? 'new' : editing.id} fact={editing === 'new' ? null : editing} onSave={save} onClose={close} onTyped={onTyped} />)}
        {!readOnly && (offers.value?.offers.length ?? 0) > 0 && (
          <section aria-label={words.offersTitle} className="stack-tight">
            <h3>{words.offersTitle}</h3>
            <p className="small quiet">{words.offersIntro}</p>
            <ul className="fact-list">
              {offers.value?.offers.map(({ kind, text, personName, from }) => (
                <li key={`${kind} ${text}`} className="fact-offer">
                  <div><p dir="auto">{text}</p><p className="small quiet" dir="auto">{words.kinds[kind]} · {words.from[from](personName)}</p></div>
                  <Button tone="quiet" aria-label={words.offer(text)} onPress={() => void take({ kind, text, alsoWritten: [] })}>{words.offerShort}</Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Folded>
  );
}
