import { useRef, useState } from 'react';
import type { BuiltBundle } from '../../../../shared/model/export';
import { messages } from '../../../../shared/messages/en-gb';
import { Button } from '../../../ui/button';
import { focusFirstError } from '../../../ui/focus-first-error';
import { TextField } from '../../../ui/text-field';
import { allowedBy, type BundleAsked } from './bundle-asked';

const shownAtOnce = 50;

/** What was chosen and stays out of the bundle until she names the order or direction that allows each; and what she let in so, until she takes that back. */
export function KeptOut({ built, asked, onAsked }: { readonly built: BuiltBundle; readonly asked: BundleAsked; readonly onAsked: (asked: BundleAsked) => void }) {
  const [shown, setShown] = useState(shownAtOnce);
  const words = messages.bundle.keptOut;
  const letIn = built.exhibits.flatMap((exhibit) => asked.allowed.filter(({ kind, id }) => kind === exhibit.kind && id === exhibit.id).map(({ by }) => ({ ...exhibit, by })));
  return (
    <>
      {built.keptOut.length > 0 && <section className="stack-tight" aria-label={words.title(built.keptOut.length)}>
        <h2>{words.title(built.keptOut.length)}</h2>
        <p className="small">{words.intro}</p>
        <ul className="fact-list">{built.keptOut.slice(0, shown).map((thing) => <KeptOutThing key={thing.id} thing={thing} asked={asked} onAsked={onAsked} />)}</ul>
        {built.keptOut.length > shown && <Button tone="quiet" onPress={() => setShown(shown + shownAtOnce)}>{messages.bundle.more(Math.min(shownAtOnce, built.keptOut.length - shown))}</Button>}
      </section>}
      {letIn.length > 0 && (
        <section className="stack-tight" aria-label={words.letInTitle(letIn.length)}>
          <h2>{words.letInTitle(letIn.length)}</h2>
          <ul className="fact-list">
            {letIn.map(({ kind, id, mark, name, by }) => (
              <li key={id} className="stack-tight">
                <p><strong>{mark} · <bdi>{name}</bdi></strong></p>
                <p className="small">{words.letInBy(by)}</p>
                <div className="fact-actions"><Button tone="quiet" aria-label={words.keepOutNamed(`${mark} ${name}`)} onPress={() => onAsked(allowedBy(asked, { kind, id }, ''))}>{words.keepOut}</Button></div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function KeptOutThing({ thing, asked, onAsked }: { readonly thing: BuiltBundle['keptOut'][number]; readonly asked: BundleAsked; readonly onAsked: (asked: BundleAsked) => void }) {
  const words = messages.bundle.keptOut;
  const said = asked.allowed.find(({ kind, id }) => kind === thing.kind && id === thing.id)?.by ?? '';
  const [by, setBy] = useState(said);
  const [isMissing, setMissing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const take = (): void => {
    setMissing(by.trim() === '');
    if (by.trim() !== '') onAsked(allowedBy(asked, thing, by));
    else focusFirstError(row.current);
  };
  return (
    <li ref={row} className="stack-tight">
      <p><strong><bdi>{thing.name}</bdi></strong> <span className="quiet">({words.whys[thing.why]})</span></p>
      <TextField label={words.order} of={thing.name} hint={words.orderHint} value={by} onChange={(text) => { setBy(text); setMissing(false); }} maxLength={200} autoComplete="off" error={isMissing ? words.orderNeeded : null} />
      <div className="fact-actions">
        {said === '' ? <Button aria-label={words.letInNamed(thing.name)} onPress={take}>{words.letIn}</Button>
          : <Button aria-label={words.keepOutNamed(thing.name)} onPress={() => { setBy(''); onAsked(allowedBy(asked, thing, '')); }}>{words.keepOut}</Button>}
      </div>
      <p role="status" className="small">{said === '' ? '' : words.willGo(said)}</p>
    </li>
  );
}
