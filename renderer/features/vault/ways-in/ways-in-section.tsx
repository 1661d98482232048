import type { ReactNode } from 'react';
import type { CallOutput } from '../../../../shared/contract';
import type { WayIn, WayInKind } from '../../../../shared/contract/ways-in-calls';
import { messages } from '../../../../shared/messages/en-gb';
import type { Asked } from '../../../app/use-ask';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/page';
import { type VaultFacts, vaultSections } from '../vault-facts';
import type { WayInStep } from './way-in-step';
import './ways-in.css';

/** Of shares one alone opens nothing. */
const groups: readonly { readonly said: 'alone' | 'together'; readonly kinds: readonly WayInKind[] }[] = [{ said: 'alone', kinds: ['passphrase', 'recovery-code', 'key-file'] }, { said: 'together', kinds: ['shared-key'] }];

export interface WaysInSectionProps {
  readonly known: VaultFacts;
  readonly asked: Asked<CallOutput<'waysIn.list'>>;
  /** Everything is being renewed: the ways in with it. */
  readonly isRenewing: boolean;
  readonly onStep: (step: WayInStep) => void;
}

/** Every way into this vault in a line or two, and what can be done about it. */
export function WaysInSection({ known, asked, isRenewing, onStep }: WaysInSectionProps) {
  const texts = messages.waysIn;
  const ways = asked.value?.ways;
  return (
    <Section title={texts.title} description={texts.description} id={vaultSections.waysIn}>
      {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
      {ways && groups.map(({ said, kinds }) => (
        <div key={said} className="stack-tight">
          <p id={`ways-in-${said}`} className="ways-in-said">{texts[said]}</p>
          <ul className="ways-in" aria-labelledby={`ways-in-${said}`}>
            {kinds.map((kind) => <Way key={kind} kind={kind} way={ways.find((each) => each.kind === kind) ?? null} known={known} isFixed={known.readOnly || isRenewing} onStep={onStep} />)}
          </ul>
        </div>
      ))}
      {known.readOnly ? <p>{texts.noChange}</p> : <p className="small quiet measure">{texts.oldCopiesShort}</p>}
    </Section>
  );
}

interface WayProps { readonly kind: WayInKind; readonly way: WayIn | null; readonly known: VaultFacts; readonly isFixed: boolean; readonly onStep: (step: WayInStep) => void }

function Way({ kind, way, known, isFixed, onStep }: WayProps) {
  const texts = messages.waysIn;
  return (
    <li className="way-in">
      <div className="way-in-words">
        <h3>{texts.kinds[kind]}</h3>
        <p className="quiet small">{texts.whatFor[kind]}</p>
        {way?.shares && <p className="small" dir="auto">{texts.held(way.shares.needed, way.shares.people)}</p>}
        <p className="small">{way ? sayMade(way, known) : texts.none}</p>
        {way?.shares?.areAllShown === false && <div className="way-in-notice"><Notice tone="needs-you">{texts.shares.notAllShown}</Notice></div>}
      </div>
      {!isFixed && <div className="way-in-actions">{actionsFor(kind, way !== null, onStep)}</div>}
    </li>
  );
}

function sayMade({ kind, madeUtc }: WayIn, known: VaultFacts): string {
  const texts = messages.waysIn;
  const made = texts.made(messages.dates.day(madeUtc));
  return kind === 'recovery-code' && !known.example ? `${made}, ${known.recoveryCodeConfirmed ? texts.confirmed : texts.unconfirmed}` : made;
}

function actionsFor(kind: WayInKind, isThere: boolean, onStep: (step: WayInStep) => void): ReactNode {
  const texts = messages.waysIn;
  const press = (label: string, step: WayInStep): ReactNode => <Button tone="quiet" onPress={() => onStep(step)}>{label}</Button>;
  switch (kind) {
    case 'passphrase': return press(texts.change.action, { do: 'change-passphrase' });
    case 'recovery-code': return <>{press(texts.code.action, { do: 'new-code', replaces: isThere })}{isThere && press(texts.end.action[kind], { do: 'end', kind })}</>;
    case 'key-file': return <>{press(isThere ? texts.file.actionAgain : texts.file.action, { do: 'make-key-file', replaces: isThere })}{isThere && press(texts.end.action[kind], { do: 'end', kind })}</>;
    case 'shared-key': return <>{press(isThere ? texts.shares.actionAgain : texts.shares.action, { do: 'make-shares', replaces: isThere })}{isThere && press(texts.end.action[kind], { do: 'end', kind })}</>;
  }
}
