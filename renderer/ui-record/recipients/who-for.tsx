import { useRef } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Handing, Protection } from '../../../shared/model/copy';
import type { PrivateChildrenThing } from '../../../shared/model/private-children';
import { mustSayWhy, privateChildrenSource } from '../../../shared/outputs/gates/private-children';
import { footTo, standsWhole } from '../../../shared/copies/foot-name';
import { lawyerRoles, type Recipient } from '../../../shared/model/recipient';
import { useAsk } from '../../app/use-ask';
import { Checkbox, RadioGroup } from '../../ui/choices';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { RecipientForm } from './recipient-form';

const myself = 'myself';
const another = 'another';
/** More are counted only. */
const mostNamed = 5;

export interface WhoForProps {
  /** null: for nobody yet. */
  readonly handing: Handing | null;
  readonly onHanding: (handing: Handing | null) => void;
  readonly includesPrivileged: boolean;
  /** What in it belongs to private proceedings about a child. */
  readonly privateChildren: readonly PrivateChildrenThing[];
  /** How what is saved can be shut: pages as a PDF, a bag as a ZIP. */
  readonly lock: Exclude<Protection, 'none'>;
  /** She is writing down somebody new: until that is done, nothing is saved for anybody. */
  readonly isNaming: boolean;
  readonly onNaming: (isNaming: boolean) => void;
  /** She wanted to save before she had said why. */
  readonly isReasonMissing: boolean;
}

/** What stands at the foot of each page where that is not their whole name; null where it is. */
function footLine(of: Recipient): string | null {
  return standsWhole(of.name) && standsWhole(of.organisation) ? null : messages.recipients.foot.line(of.copyCount + 1, footTo(of));
}

/** One step before anything is saved: who it is for, and how it is shut on its way to them. */
export function WhoFor({ handing, onHanding, isNaming: isAdding, onNaming: setAdding, includesPrivileged, privateChildren, lock, isReasonMissing }: WhoForProps) {
  const words = messages.recipients;
  const { value, error, again } = useAsk('recipients.list', {});
  const place = useRef<HTMLElement>(null);
  // The form goes, and the keyboard with it: it goes back to where the name stands now.
  const close = (): void => { place.current?.querySelector<HTMLElement>('.select-button')?.focus(); setAdding(false); };
  const list = value?.recipients ?? [];
  const chosen = list.find(({ id }) => id === handing?.recipientId);
  const start = (recipientId: string): void => onHanding({ recipientId, protection: handing?.protection ?? lock, keepPassphrase: handing?.keepPassphrase ?? false, privilegedReason: handing?.recipientId === recipientId ? handing.privilegedReason : '', ...(handing?.recipientId === recipientId && handing.childrenReason !== undefined ? { childrenReason: handing.childrenReason } : {}) });
  if (error) return <p className="quiet">{messages.errors.say(error)}</p>;
  if (!value) return <p className="quiet small" role="status">{words.who.reading}</p>;
  return (
    <section ref={place} className="who-for stack-tight" aria-label={words.who.title}>
      <Select
        label={words.who.title} hint={words.who.hint} value={isAdding ? another : (handing?.recipientId ?? myself)}
        options={[{ value: myself, label: words.who.myself, hint: words.who.myselfHint }, ...list.map((one) => ({ value: one.id, label: words.nameOf(one), hint: words.roles[one.role] })), { value: another, label: words.who.add }]}
        onChange={(next) => {
          setAdding(next === another);
          if (next === myself) onHanding(null);
          else if (next !== another) start(next);
        }}
      />
      {isAdding && <RecipientForm recipient={null} onClose={close} onKept={(kept) => { close(); again(); start(kept.id); }} />}
      {handing && !isAdding && (
        <>
          {chosen && <p role="status" className="small">{words.who.next(chosen.copyCount + 1)}</p>}
          {chosen && footLine(chosen) !== null && <p role="status" className="small">{words.foot.says(footLine(chosen) ?? '')}</p>}
          {chosen && includesPrivileged && !lawyerRoles.has(chosen.role) && (
            <TextField label={words.who.privileged} hint={words.who.privilegedHint} value={handing.privilegedReason} onChange={(privilegedReason) => onHanding({ ...handing, privilegedReason })} maxLength={1000} error={isReasonMissing && handing.privilegedReason.trim() === '' ? words.who.privilegedNeeded : null} />
          )}
          {chosen && mustSayWhy(chosen.role, privateChildren.length > 0) && (
            <>
              <p className="small">{words.who.children(privateChildren.slice(0, mostNamed).map(({ mark, name }) => [mark ?? '', name].filter((part) => part !== '').join(' ')), privateChildren.length)}</p>
              <p className="small quiet">{privateChildrenSource}</p>
              <TextField label={words.who.childrenWhy} hint={words.who.childrenHint} value={handing.childrenReason ?? ''} onChange={(childrenReason) => onHanding({ ...handing, childrenReason })} maxLength={1000} error={isReasonMissing && (handing.childrenReason ?? '').trim() === '' ? words.who.childrenNeeded : null} />
            </>
          )}
          <RadioGroup<Protection>
            across label={words.shut.title} value={handing.protection} onChange={(protection) => onHanding({ ...handing, protection })}
            options={[{ value: lock, ...words.shut[lock] }, { value: 'none', ...words.shut.none }]}
          />
          {handing.protection !== 'none' && <Checkbox isSelected={handing.keepPassphrase} onChange={(keepPassphrase) => onHanding({ ...handing, keepPassphrase })} hint={words.shut.keepHint}>{words.shut.keep}</Checkbox>}
        </>
      )}
    </section>
  );
}
