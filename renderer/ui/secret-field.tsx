import { Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';
import { FieldError } from './field-error';
import './field.css';

export interface SecretFieldHandle {
  /** UTF-8 of the NFKC form (UAX #15), so that one passphrase typed on two keyboards is one. Empty array: nothing typed. */
  bytes: () => Uint8Array;
  /** The same secret in two fields. */
  equals: (other: SecretFieldHandle) => boolean;
  clear: () => void;
  focus: () => void;
}

export interface SecretFieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  /** For advice while she types; what it is given must not be kept. */
  onTyped?: (typed: string) => void;
  autoFocus?: boolean;
  /** A code on paper: shown as it is typed. */
  isPlain?: boolean;
  autoComplete?: 'new-password' | 'current-password' | 'off';
  isDisabled?: boolean;
  ref?: Ref<SecretFieldHandle>;
}

/**
 * A passphrase or code. The field itself is the only holder: nothing of it goes into React's state, it leaves as bytes,
 * and it is emptied when told. Pasting is allowed. Shown or hidden as she likes; says so when Caps Lock is on.
 */
export function SecretField({ label, hint, error, onTyped, autoFocus, isPlain = false, autoComplete = 'off', isDisabled, ref }: SecretFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(isPlain);
  const [capsLock, setCapsLock] = useState(false);
  useImperativeHandle(ref, () => ({
    bytes: () => new TextEncoder().encode((input.current?.value ?? '').normalize('NFKC')),
    equals: (other) => {
      const [mine, theirs] = [new TextEncoder().encode((input.current?.value ?? '').normalize('NFKC')), other.bytes()];
      return mine.length === theirs.length && mine.every((byte, index) => byte === theirs[index]);
    },
    clear: () => { if (input.current) input.current.value = ''; },
    focus: () => input.current?.focus(),
  }), []);
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <TextField className="field" type={isShown ? 'text' : 'password'} isInvalid={Boolean(error)} validationBehavior="aria" autoFocus={autoFocus} autoComplete={autoComplete} isDisabled={isDisabled} onKeyDown={watchCapsLock} onKeyUp={watchCapsLock}>
      <Label className="field-label">{label}</Label>
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <div className="input-with-end">
        <Input ref={input} className="input" spellCheck={false} autoCapitalize="none" onInput={(event) => onTyped?.(event.currentTarget.value)} />
        {!isPlain && <Button icon={isShown ? EyeOff : Eye} onPress={() => setShown(!isShown)} aria-pressed={isShown} isDisabled={isDisabled}>{isShown ? messages.ui.hide : messages.ui.show}</Button>}
      </div>
      <span role="status" className="field-hint">{capsLock ? messages.ui.capsLock : ''}</span>
      <FieldError text={error} />
    </TextField>
  );
}
