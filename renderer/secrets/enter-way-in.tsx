import { lazy, Suspense, useImperativeHandle, useRef, useState } from 'react';
import type { WayInKind } from '../../shared/contract/ways-in-calls';
import { messages } from '../../shared/messages/en-gb';
import { SecretField, type SecretFieldHandle } from '../ui/secret-field';
import type { WayInProps } from './way-in-handle';

/** Ways that few people use at the locked door are files of their own, so that the door is drawn without reading them. */
const EnterKeyFile = lazy(() => import('./enter-key-file').then((way) => ({ default: way.EnterKeyFile })));
const EnterShares = lazy(() => import('./enter-shares').then((way) => ({ default: way.EnterShares })));

/** The field or fields for one way into a vault: at the locked door, and wherever else a vault or a copy of one is opened. */
export function EnterWayIn({ kind, ...rest }: WayInProps & { kind: WayInKind }) {
  switch (kind) {
    case 'passphrase': case 'recovery-code': return <EnterTyped key={kind} kind={kind} {...rest} />;
    case 'key-file': return <Suspense><EnterKeyFile {...rest} /></Suspense>;
    case 'shared-key': return <Suspense><EnterShares {...rest} /></Suspense>;
  }
}

function EnterTyped({ kind, isDisabled, ref }: WayInProps & { kind: 'passphrase' | 'recovery-code' }) {
  const texts = messages.unlock;
  const isCode = kind === 'recovery-code';
  const field = useRef<SecretFieldHandle>(null);
  const [error, setError] = useState<string | null>(null);
  useImperativeHandle(ref, () => ({
    take: () => {
      const bytes = field.current?.bytes() ?? new Uint8Array();
      setError(bytes.length === 0 ? texts.noneTyped : null);
      if (bytes.length > 0) return { kind, bytes };
      field.current?.focus();
      return null;
    },
    refuse: (code) => {
      if (code !== 'wrong-secret' && code !== 'code-not-matching') return false;
      setError(code === 'code-not-matching' ? messages.errors.say({ code }) : isCode ? texts.wrongCode : texts.wrongPassphrase);
      return true;
    },
    clear: () => field.current?.clear(),
    focus: () => field.current?.focus(),
  }), [kind, isCode, texts]);
  return (
    <SecretField
      ref={field} label={isCode ? texts.code : texts.passphrase} hint={isCode ? texts.codeHint : undefined} isPlain={isCode}
      error={error} onTyped={() => setError(null)} autoFocus isDisabled={isDisabled} autoComplete="current-password"
    />
  );
}
