import { useState } from 'react';
import type { VaultFacts } from './vault-facts';
import { messages } from '../../../shared/messages/en-gb';
import { CheckRecoveryCode } from '../../secrets/check-recovery-code';
import { ShowRecoveryCode } from '../../secrets/show-recovery-code';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';

/** Whether she has her recovery code on paper; showing and checking it while it is still here to be shown. */
export function RecoveryCodeSection({ known, onConfirmed }: { readonly known: VaultFacts; readonly onConfirmed: () => void }) {
  const texts = messages.vault;
  const [recovery, setRecovery] = useState<'closed' | 'shown' | 'check' | 'done'>('closed');
  const pending = useAsk('vault.pendingRecoveryCode', recovery === 'shown' ? {} : null);
  const code = pending.value?.recoveryCode;
  return (
    <Section title={texts.recovery}>
      {recovery === 'done' ? <Notice announce>{texts.recoveryDone}</Notice> : recovery === 'check' ? (
        <CheckRecoveryCode
          onConfirmed={() => { setRecovery('done'); onConfirmed(); }}
          more={<><Button tone="quiet" onPress={() => setRecovery('shown')}>{messages.welcome.confirm.back}</Button><Button tone="quiet" onPress={() => setRecovery('closed')}>{messages.ui.cancel}</Button></>}
        />
      ) : recovery === 'shown' && code ? (
        <ShowRecoveryCode code={code} onWritten={() => setRecovery(known.readOnly ? 'closed' : 'check')} more={<Button tone="quiet" onPress={() => setRecovery('closed')}>{messages.ui.cancel}</Button>} />
      ) : known.recoveryCodeConfirmed ? <p>{texts.recoveryConfirmed}</p> : (
        <Notice tone="needs-you" actions={<><Button onPress={() => setRecovery('shown')}>{texts.recoverySee}</Button>{!known.readOnly && <Button onPress={() => setRecovery('check')}>{texts.recoveryCheck}</Button>}</>}>
          {pending.error ? messages.errors.say(pending.error) : texts.recoveryOpen}
        </Notice>
      )}
    </Section>
  );
}
