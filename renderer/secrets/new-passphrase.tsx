import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { SecretField, type SecretFieldHandle } from '../ui/secret-field';
import { judge, loadEstimator, type Strength } from './strength';
import { StrengthLine } from './strength-line';

export interface NewPassphraseHandle {
  /**
   * The passphrase as bytes that the caller zeroes. null: none typed, too easy to guess, not twice the same, or the same as `other`;
   * it was said, and the keyboard is there.
   */
  take: (other?: { bytes: Uint8Array; words: string }) => Promise<Uint8Array | null>;
  /** Says beside the first field why it was refused. */
  refuse: (words: string) => void;
  isEmpty: () => boolean;
  clear: () => void;
}

export interface NewPassphraseProps {
  label: string;
  hint?: string;
  again: string;
  autoFocus?: boolean;
  isDisabled?: boolean;
  ref?: Ref<NewPassphraseHandle>;
}

const same = (left: Uint8Array, right: Uint8Array): boolean => left.length === right.length && left.every((byte, index) => byte === right[index]);

/** A passphrase to be: typed twice, its strength judged while she types (docs/decisions/0021). */
export function NewPassphrase({ label, hint, again, autoFocus, isDisabled, ref }: NewPassphraseProps) {
  const texts = messages.welcome.create;
  const first = useRef<SecretFieldHandle>(null);
  const second = useRef<SecretFieldHandle>(null);
  const judged = useRef<Promise<Strength | null>>(Promise.resolve(null));
  const [strength, setStrength] = useState<Strength | null>(null);
  const [firstError, setFirstError] = useState<string | null>(null);
  const [secondError, setSecondError] = useState<string | null>(null);
  useEffect(() => { void loadEstimator(); }, []);

  const onTyped = (typed: string): void => {
    setFirstError(null);
    const mine: Promise<Strength | null> = typed ? loadEstimator().then((estimate) => judge(estimate(typed))) : Promise.resolve(null);
    judged.current = mine;
    void mine.then((outcome) => { if (judged.current === mine) setStrength(outcome); });
  };

  useImperativeHandle(ref, () => {
    const refuse = (words: string): null => { setFirstError(words); first.current?.focus(); return null; };
    return {
      take: async (other) => {
        if (!first.current || !second.current) return null;
        const bytes = first.current.bytes();
        if (bytes.length === 0) return refuse(texts.noneTyped);
        const outcome = await judged.current;
        const complaint = !outcome || outcome.level === 'weak' ? messages.errors.say({ code: 'passphrase-too-weak' }) : other && same(bytes, other.bytes) ? other.words : null;
        if (complaint === null && first.current.equals(second.current)) return bytes;
        bytes.fill(0);
        if (complaint !== null) return refuse(complaint);
        setSecondError(texts.notSame);
        second.current.focus();
        return null;
      },
      refuse: (words) => { refuse(words); },
      isEmpty: () => (first.current?.bytes().length ?? 0) === 0 && (second.current?.bytes().length ?? 0) === 0,
      clear: () => { first.current?.clear(); second.current?.clear(); setStrength(null); },
    };
  }, [texts]);

  return (
    <>
      <SecretField ref={first} label={label} hint={hint} error={firstError} onTyped={onTyped} autoComplete="new-password" autoFocus={autoFocus} isDisabled={isDisabled} />
      <StrengthLine strength={strength} />
      <SecretField ref={second} label={again} error={secondError} onTyped={() => setSecondError(null)} autoComplete="new-password" isDisabled={isDisabled} />
    </>
  );
}
