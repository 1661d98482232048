import { X } from 'lucide-react';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ShareFacts, ShareSlip } from '../../shared/contract/ways-in-calls';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { SecretField, type SecretFieldHandle } from '../ui/secret-field';
import { ask } from '../app/bridge';
import type { WayInProps } from './way-in-handle';
import './enter-shares.css';

interface Taken { readonly facts: ShareFacts; readonly bytes: Uint8Array }

const texts = messages.unlock.shares;

/** What a share is amiss in, and where it can be told. */
function saySlip(slip: ShareSlip): string {
  switch (slip.kind) {
    case 'short': return texts.short(slip.missing, slip.group);
    case 'long': return texts.long(slip.over, slip.group);
    case 'odd-sign': return texts.oddSign(slip.group);
    case 'one': return texts.slipIn(slip.group);
    case 'swapped': return texts.swapped(slip.left, slip.right);
    case 'several': return texts.slip;
  }
}

const countDigits = (typed: string): number => typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '').length;

/**
 * Recovery shares, one after another: each is read at once, so that a slip is told while its page is still in her hand. Their bytes are held outside
 * React's state, and zeroed when they are taken out or the page goes.
 */
export function EnterShares({ isDisabled, onReady, ref }: WayInProps) {
  const field = useRef<SecretFieldHandle>(null);
  const held = useRef<readonly Taken[]>([]);
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [digits, setDigits] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const needed = taken[0]?.facts.needed ?? 0;
  const isEnough = taken.length > 0 && taken.length >= needed;

  const keep = (next: readonly Taken[]): void => {
    held.current = next;
    setTaken(next);
    setFailed(null);
    onReady?.(next.length > 0 && next.length >= (next[0]?.facts.needed ?? 0));
  };
  const drop = (all: readonly Taken[]): void => { for (const { bytes } of all) bytes.fill(0); };
  useEffect(() => () => drop(held.current), []);

  const complain = (words: string): void => { setError(words); field.current?.focus(); };

  const add = async (): Promise<void> => {
    const bytes = field.current?.bytes() ?? new Uint8Array();
    if (bytes.length === 0) { complain(taken.length === 0 ? texts.noneTyped : texts.tooFew(needed - taken.length)); return; }
    const read = await ask('vault.readShare', { typed: bytes });
    if (!read.ok) {
      const slip = read.error.code === 'code-not-matching' ? await ask('vault.findShareSlip', { typed: bytes }) : null;
      bytes.fill(0);
      complain(slip?.ok ? saySlip(slip.value) : messages.errors.say(read.error));
      return;
    }
    const facts = read.value;
    const [first] = held.current;
    const refusal = first && first.facts.setId !== facts.setId ? texts.mixed(facts.setId, first.facts.setId) : held.current.some(({ facts: { number } }) => number === facts.number) ? texts.twice(facts.number) : null;
    if (refusal) { bytes.fill(0); complain(refusal); return; }
    keep([...held.current, { facts, bytes }]);
    field.current?.clear();
    setDigits(0);
    setError(null);
    field.current?.focus();
  };

  useImperativeHandle(ref, () => ({
    take: () => {
      const isTyping = (field.current?.bytes().length ?? 0) > 0;
      if (isEnough && !isTyping) return { kind: 'shared-key', shares: held.current.map(({ bytes }) => Uint8Array.from(bytes)) };
      void add();
      return null;
    },
    refuse: (code) => {
      if (code !== 'wrong-secret' && code !== 'shares-mixed' && code !== 'shares-too-few' && code !== 'code-not-matching') return false;
      setFailed(code === 'wrong-secret' ? texts.wrong : messages.errors.say({ code }));
      return true;
    },
    clear: () => { drop(held.current); keep([]); field.current?.clear(); setDigits(0); setError(null); },
    focus: () => field.current?.focus(),
  }));

  return (
    <div className="enter-shares">
      <p>{texts.lead}</p>
      {taken.length > 0 && (
        <ul className="enter-shares-taken">
          {taken.map((share) => (
            <li key={share.facts.number}>
              <span>{texts.taken(share.facts.number, share.facts.setId)}</span>
              <Button tone="quiet" icon={X} isDisabled={isDisabled} onPress={() => { share.bytes.fill(0); keep(held.current.filter((each) => each !== share)); }}>{texts.takeOut}</Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={isEnough ? 'enter-shares-enough' : 'quiet'}>{taken.length > 0 && <>{texts.soFar(taken.length, needed)}{isEnough && `. ${texts.enough}`}</>}</p>
      {failed && <p className="field-error" role="alert">{failed}</p>}
      {(!isEnough || failed) && (
        <>
          <SecretField
            ref={field} label={texts.field(taken.length + 1)} hint={texts.hint} isPlain error={error} autoFocus isDisabled={isDisabled}
            onTyped={(typed) => { setError(null); setDigits(countDigits(typed)); }}
          />
          <div className="row"><Button onPress={() => void add()} isDisabled={isDisabled}>{texts.add}</Button>{digits > 0 && <span className="quiet small">{texts.typed(digits)}</span>}</div>
        </>
      )}
    </div>
  );
}
