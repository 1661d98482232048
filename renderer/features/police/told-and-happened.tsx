import type { ReactNode } from 'react';
import { sayDate } from '../../../shared/dates';
import type { ToldStep } from '../../../shared/model/case/told-and-happened';
import type { NamedEvidence } from '../../../shared/model/case/evidence';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { contactPartLabels, keptLabels, mannerLabels } from '../../../shared/picklists';
import { showHidden } from '../../../shared/text/show-hidden';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { PartOfMany } from '../../ui/part-of-many';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { sayOutcome } from '../../ui-record/case-entry/outcomes-field';
import { nameOfContact } from './say-contact';

/** As many as may be in sight when it opens, and some more. */
const stepsAtFirst = 5;
/** From so many days on a gap is said to have nothing in it. */
const longGapDays = 28;

/** The whole report that a contact belongs to, in order of time. */
export function ToldAndHappenedPart({ contactId, onOpen }: { contactId: Id; onOpen: (id: Id) => void }) {
  const texts = messages.police.story;
  const { value, error } = useAsk('case.toldAndHappened', { contactId });
  if (error) return <Notice tone="needs-you">{messages.errors.say(error)}</Notice>;
  if (!value) return null;
  if (value.steps.length === 1 && value.steps[0]?.outcomes.length === 0) return <Section title={texts.title}><p className="quiet measure">{texts.alone}</p></Section>;
  return (
    <Section title={texts.title} description={texts.worked}>
      <PartOfMany all={value.steps} first={stepsAtFirst}>
        {(shown) => <ol className="story">{shown.map((step) => <Step key={step.entryId} step={step} isHere={step.entryId === contactId} onOpen={onOpen} />)}</ol>}
      </PartOfMany>
      <div className="row"><PrintCasePage request={{ page: 'told-and-happened', contactId }} /></div>
    </Section>
  );
}

function Step({ step, isHere, onOpen }: { step: ToldStep; isHere: boolean; onOpen: (id: Id) => void }) {
  const texts = messages.police.story;
  const name = nameOfContact(step);
  const when = sayDate(step.happened, { weekday: true }) || texts.undated;
  return (
    <li className="story-step">
      {step.after && <p className="story-gap quiet small">{texts.afterwards(step.after)}{step.after.leastDays >= longGapDays && `. ${texts.nothingBetween}`}</p>}
      <h3 className="story-when" dir="auto">{when}: {name}</h3>
      <p className="quiet small">{texts.firstRecorded(messages.dates.instant(step.firstRecordedUtc))}{step.amended && `, ${texts.amended}`}{isHere && ` · ${texts.here}`}</p>
      <dl className="story-facts">
        <Part name={texts.with}>{[step.bodyName, ...step.people.map(({ name: person, part }) => `${person} (${contactPartLabels[part].label.toLocaleLowerCase('en-GB')})`)].filter(Boolean).join('; ')}</Part>
        <Part name={texts.reference}>{step.reference}</Part>
        <Part name={texts.said} hers>{step.said}</Part>
        <Part name={texts.told} hers>{step.told}</Part>
        <Part name={texts.promised}>{step.promised.length > 0 && <ul>{step.promised.map(({ id, what, by, kept }) => <li key={id} dir="auto">{[what, sayDate(by) && texts.by(sayDate(by)), kept !== 'not-said' && keptLabels[kept]].filter(Boolean).join(' · ')}</li>)}</ul>}</Part>
        <Part name={texts.given}>{step.given.length > 0 && <ul>{step.given.map((given) => <li key={given.id} dir="auto">{[given.what || given.thing?.name || messages.police.given.noWords, given.manner !== 'not-said' && mannerLabels[given.manner].label, given.receipt && messages.police.given.receiptSays(given.receipt)].filter(Boolean).join(' · ')}<GivenFile thing={given.thing} /></li>)}</ul>}</Part>
        <Part name={texts.cameBack} hers>{step.cameBack}</Part>
        <Part name={texts.outcome}>{step.outcomes.length > 0 && <ul>{step.outcomes.map((outcome) => <li key={outcome.id} dir="auto"><strong>{sayOutcome(outcome)}</strong>{`, ${sayDate(outcome.told) ? texts.toldOn(sayDate(outcome.told)) : texts.toldWhenUnknown}`}{outcome.since && `. ${texts.since(outcome.since)}`}{outcome.note && ` ${outcome.note}`}</li>)}</ul>}</Part>
        <Part name={texts.evidence}>{step.evidence.map(nameOfThing).join('; ')}</Part>
      </dl>
      {!isHere && <div className="row"><Button tone="quiet" aria-label={texts.open(`${name}, ${when}`)} onPress={() => onOpen(step.entryId)}>{messages.incident.openLink}</Button></div>}
    </li>
  );
}

function GivenFile({ thing }: { thing: NamedEvidence | null }) {
  if (thing === null) return null;
  return <span className="story-file quiet small">{thing.isGone ? messages.police.given.erased : [nameOfThing(thing), thing.sha256 && messages.police.given.sha256(thing.sha256)].filter(Boolean).join(' · ')}</span>;
}

function nameOfThing({ isGone, mark, name }: NamedEvidence): string {
  return isGone ? messages.caseEntry.erasedThing : [mark, showHidden(name)].filter(Boolean).join(' · ');
}

function Part({ name, hers = false, children }: { name: string; hers?: boolean; children: ReactNode }) {
  return children ? <div><dt>{name}</dt><dd className={hers ? 'account-small' : undefined} dir="auto">{children}</dd></div> : null;
}
