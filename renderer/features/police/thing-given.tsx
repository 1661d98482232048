import { useState } from 'react';
import { sayDate } from '../../../shared/dates';
import type { DisclosedItem } from '../../../shared/model/case/disclosure';
import type { GivenThing, MatchOffer } from '../../../shared/model/case/disclosure-comparison';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { mannerLabels } from '../../../shared/picklists';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { ComboBox } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { nameOfContact } from './say-contact';

/** What she can say of a thing while the list is being written. */
export interface ThingDeciding {
  readonly items: readonly DisclosedItem[];
  readonly offers: readonly MatchOffer[];
  readonly onMatch: (itemId: Id, givenId: Id, isIt: boolean) => void;
  /** null: it should be on the list after all. */
  readonly onExcuse: (givenId: Id, why: string | null) => void;
}

/** One thing she gave, with the proof that she gave it, and which line it is. `deciding` null: it is only read. */
export function ThingGiven({ thing, numbers = [], why, deciding, openContact }: { thing: GivenThing; numbers?: readonly { number: number; itemId: Id }[]; why?: string; deciding: ThingDeciding | null; openContact: (id: Id) => void }) {
  const texts = messages.disclosures.compare;
  const { given } = thing;
  const what = given.what.trim() || (thing.thing && !thing.thing.isGone && showHidden(thing.thing.name)) || messages.police.given.noWords;
  return (
    <li className="held-thing">
      <p className="held-name" dir="auto">{what}{numbers.length > 0 && ` · ${texts.lines(numbers.map(({ number }) => number))}`}</p>
      <p className="quiet small" dir="auto">{texts.when(sayDate(thing.happened), [thing.bodyName, ...thing.people].filter(Boolean).join(', '))}{given.manner !== 'not-said' && ` · ${mannerLabels[given.manner].label}`}</p>
      <Proof thing={thing} />
      {why !== undefined && <p dir="auto">{why}</p>}
      <div className="row">
        <Button tone="quiet" aria-label={texts.openContact(`${nameOfContact(thing)}, ${sayDate(thing.happened)}`)} onPress={() => openContact(thing.contactId)}>{texts.openShort}</Button>
        {deciding && numbers.map(({ number, itemId }) => <Button key={itemId} tone="quiet" aria-label={texts.notItNamed(what, number)} onPress={() => deciding.onMatch(itemId, given.id, false)}>{texts.notIt}</Button>)}
        {deciding && why !== undefined && <Button tone="quiet" aria-label={texts.expectAgainNamed(what)} onPress={() => deciding.onExcuse(given.id, null)}>{texts.expectAgain}</Button>}
      </div>
      {deciding && numbers.length === 0 && why === undefined && <Decide what={what} givenId={given.id} deciding={deciding} />}
    </li>
  );
}

function Proof({ thing: { given, thing, reference, firstRecordedUtc, evidence, before, to } }: { thing: GivenThing }) {
  const texts = messages.disclosures.compare;
  const names = evidence.filter(({ isGone }) => !isGone).map(({ mark, name }) => [mark, showHidden(name)].filter(Boolean).join(' ')).join('; ');
  const proof = [
    given.receipt === '' ? texts.noReceipt : texts.receipt(given.receipt), reference && texts.reference(reference),
    thing === null ? texts.notKept : thing.isGone ? texts.erased : [thing.mark, showHidden(thing.name), thing.sha256 && texts.sha256(thing.sha256)].filter(Boolean).join(' · '),
    names && texts.evidence(names), texts.recorded(messages.dates.instant(firstRecordedUtc)), before === 'not-known' && texts.maybeLater, to === 'perhaps-another' && texts.perhapsAnother,
  ].filter((one) => one !== '' && one !== false) as string[];
  return <p className="held-proof small" dir="auto"><strong>{texts.proof}:</strong> {proof.join(' · ')}</p>;
}

const mostFound = 30;

/** What may be it, any other line, or that it need not be there. */
function Decide({ what, givenId, deciding }: { what: string; givenId: Id; deciding: ThingDeciding }) {
  const texts = messages.disclosures.compare;
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState('');
  const numberOf = new Map(deciding.items.map(({ id }, at) => [id, at + 1]));
  const offers = deciding.offers.filter((offer) => offer.givenId === givenId && numberOf.has(offer.itemId));
  const lower = typed.trim().toLocaleLowerCase('en-GB');
  const found = lower === '' ? [] : deciding.items.filter(({ id, text }) => String(numberOf.get(id)) === lower || text.toLocaleLowerCase('en-GB').includes(lower)).slice(0, mostFound);
  return (
    <>
      {offers.length > 0 && (
        <div className="stack-tight">
          <p className="quiet small">{texts.offer}</p>
          {offers.map(({ itemId, why: reasons }) => {
            const number = numberOf.get(itemId) ?? 0;
            return (
              <div key={itemId} className="list-item">
                <span className="list-item-text" dir="auto">{deciding.items[number - 1]?.text} <span className="quiet small">({texts.because(reasons)})</span></span>
                <Button aria-label={texts.itIsNamed(what, number)} onPress={() => deciding.onMatch(itemId, givenId, true)}>{texts.itIs(number)}</Button>
              </div>
            );
          })}
        </div>
      )}
      <Folded level={4} title={texts.decideShort} summary={what}>
        <div className="stack">
          <ComboBox label={texts.find(what)} hint={texts.findHint} inputValue={typed} onInputChange={setTyped} options={found.map(({ id, text }) => ({ value: id, label: `${numberOf.get(id) ?? 0}: ${text.slice(0, 200)}` }))} onChoose={(itemId) => { setTyped(''); deciding.onMatch(itemId, givenId, true); }} />
          <TextField label={texts.why} hint={texts.whyHint} value={why} onChange={setWhy} maxLength={2000} autoComplete="off" />
          <div className="row"><Button aria-label={texts.needNotNamed(what)} onPress={() => deciding.onExcuse(givenId, why.trim())}>{texts.needNot}</Button></div>
        </div>
      </Folded>
    </>
  );
}
