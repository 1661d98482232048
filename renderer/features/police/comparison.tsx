import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { holdAgainst, matchItem } from '../../../shared/disclosures/hold-against';
import type { Disclosure } from '../../../shared/model/case/disclosure';
import type { DisclosureComparison, GivenThing } from '../../../shared/model/case/disclosure-comparison';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { PartOfMany } from '../../ui/part-of-many';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { ItemsList } from './items-list';
import { ThingGiven, type ThingDeciding } from './thing-given';

const thingsAtOnce = 30;
/** As many as may be in sight when it opens, and some more. */
const thingsAtFirst = 6;

/** The list as it stands in her record, held against what she gave. */
export function ComparisonKept({ id, content, openContact }: { id: Id; content: Disclosure; openContact: (id: Id) => void }) {
  const { value, error } = useAsk('case.compareDisclosure', { id, reading: 'kept' });
  return <Held content={content} comparison={value} error={error && messages.errors.say(error)} deciding={null} openContact={openContact} print={<PrintCasePage request={{ page: 'missing', disclosureId: id }} />} />;
}

/** The list she is writing, held against what she gave; here she says which line is which. What can be offered is looked up again with each save. */
export function ComparisonBeingWritten({ id, draft: { content, change, state }, openContact }: { id: Id; draft: CaseDraft<'disclosure'>; openContact: (id: Id) => void }) {
  const { value, error, again } = useAsk('case.compareDisclosure', { id, reading: 'being-written' });
  const savedAt = state.kind === 'saved' ? state.atUtc : null;
  // Matching alone changes neither what was given nor what can be offered.
  const asked = useMemo(() => JSON.stringify([content.happened.edtf, content.bodyId, content.items.map((item) => [item.id, item.text])]), [content.happened.edtf, content.bodyId, content.items]);
  const [askedOf, setAskedOf] = useState(asked);
  useEffect(() => { if (savedAt !== null && asked !== askedOf) { setAskedOf(asked); again(); } }, [savedAt, asked, askedOf, again]);
  const deciding: ThingDeciding = {
    items: content.items, offers: value?.offers ?? [],
    onMatch: (itemId, givenId, isIt) => change({ items: matchItem(content.items, itemId, givenId, isIt), ...(isIt ? { notExpected: content.notExpected.filter((one) => one.givenId !== givenId) } : {}) }),
    onExcuse: (givenId, why) => change({ notExpected: [...content.notExpected.filter((one) => one.givenId !== givenId), ...(why === null ? [] : [{ givenId, why }])] }),
  };
  return <Held content={content} comparison={value} error={error && messages.errors.say(error)} deciding={deciding} openContact={openContact} />;
}

function Held({ content, comparison, error, deciding, openContact, print }: { content: Disclosure; comparison: DisclosureComparison | null; error: string | null; deciding: ThingDeciding | null; openContact: (id: Id) => void; print?: ReactNode }) {
  const texts = messages.disclosures.compare;
  const held = useMemo(() => (comparison === null ? null : holdAgainst(content, comparison.things)), [content, comparison]);
  if (error !== null) return <Notice tone="needs-you">{error}</Notice>;
  if (held === null || comparison === null) return null;
  if (comparison.things.length === 0) return <Section title={texts.title}><p className="quiet measure">{texts.nothingGiven} {texts.onlyRecorded}</p></Section>;
  const draw = (thing: GivenThing, more: { numbers?: readonly { number: number; itemId: Id }[]; why?: string } = {}): ReactNode => <ThingGiven key={thing.given.id} thing={thing} {...more} deciding={deciding} openContact={openContact} />;
  return (
    <Section title={texts.title} description={texts.worked}>
      <div className="held">
        <section className="held-group" aria-label={texts.missing(held.missing.length)}>
          <h3>{texts.missing(held.missing.length)}</h3>
          {held.missing.length === 0 ? <p className="quiet measure">{texts.missingNone}</p> : <><p className="quiet measure">{texts.missingHint}</p><Things of={held.missing} draw={(thing) => draw(thing)} /></>}
          {deciding === null && held.missing.length > 0 && <p className="quiet small">{texts.amendHint}</p>}
        </section>
        {held.inList.length > 0 && <Folded level={3} title={texts.inList(held.inList.length)}><Things of={held.inList} draw={({ thing, items }) => draw(thing, { numbers: items.map(({ number, item }) => ({ number, itemId: item.id })) })} /></Folded>}
        {held.notExpected.length > 0 && <Folded level={3} title={texts.notExpected(held.notExpected.length)}><Things of={held.notExpected} draw={({ thing, why }) => draw(thing, { why })} /></Folded>}
        {held.toAnother.length > 0 && <Folded level={3} title={texts.toAnother(held.toAnother.length)}><p className="quiet measure">{texts.toAnotherHint}</p><Things of={held.toAnother} draw={(thing) => draw(thing)} /></Folded>}
        {held.notGiven.length > 0 && <Folded level={3} title={texts.notGiven(held.notGiven.length)}><p className="quiet measure">{texts.notGivenHint}</p><ItemsList items={held.notGiven.map(({ item }) => item)} numbers={held.notGiven.map(({ number }) => number)} onChange={null} /></Folded>}
        {print && <div className="row">{print}</div>}
      </div>
    </Section>
  );
}

/** So many at a time, for there may be a thousand. */
function Things<T>({ of, draw }: { of: readonly T[]; draw: (one: T) => ReactNode }) {
  return <PartOfMany all={of} atOnce={thingsAtOnce} first={thingsAtFirst}>{(shown) => <ul className="held-things">{shown.map(draw)}</ul>}</PartOfMany>;
}
