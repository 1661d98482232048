import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { CheckRecoveryCode } from '../../app/check-recovery-code';
import { lockNow } from '../../app/leave';
import { useProgram } from '../../app/program';
import { usePlaces } from '../../app/places';
import { SafetyAdvice } from '../../app/safety-advice';
import { ShowRecoveryCode } from '../../app/show-recovery-code';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Facts, Page, PageHeader, Section } from '../../ui/page';
import './vault.css';

const sayMegabytes = (bytes: number): string => `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;

/** What the vault holds, its seal, its recovery code, and how it locks. */
export function VaultScreen() {
  const texts = messages.vault;
  const { settings } = useProgram();
  const { go } = usePlaces();
  const facts = useAsk('vault.facts', {});
  const [recovery, setRecovery] = useState<'closed' | 'shown' | 'check' | 'done'>('closed');
  const pending = useAsk('vault.pendingRecoveryCode', recovery === 'shown' ? {} : null);
  const code = pending.value?.recoveryCode;
  const known = facts.value;
  // Where it waits for her it comes first; once settled it is one fact among others.
  const isCodeSettled = known?.recoveryCodeConfirmed === true && recovery === 'closed';
  // The example's code was shown to nobody: there is nothing to check.
  const recoverySection = known && !known.example && (
    <Section title={texts.recovery}>
      {recovery === 'done' ? <Notice announce>{texts.recoveryDone}</Notice> : recovery === 'check' ? (
        <CheckRecoveryCode
          onConfirmed={() => { setRecovery('done'); facts.again(); }}
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
  return (
    <Page>
      <PageHeader title={texts.title} description={texts.description} />
      {facts.error && <Notice tone="needs-you" announce>{messages.errors.say(facts.error)}</Notice>}
      {known && (
        <>
          {known.readOnly && <Notice tone="loss" title={texts.stateReadOnly} actions={<Button onPress={() => go({ name: 'hand-over' })}>{messages.handOver.title}</Button>}>{texts.readOnlyNext}</Notice>}
          {!isCodeSettled && recoverySection}
          <Section title={texts.seal} description={texts.sealHint}><p className="seal">{known.sealCode}</p></Section>
          <Section title={texts.holds}>
            <Facts facts={[
              { name: texts.incidents, value: sayNumber(known.incidentCount) }, { name: texts.documents, value: sayNumber(known.documentCount) },
              { name: texts.messages, value: sayNumber(known.messageCount) }, { name: texts.evidenceSize, value: sayMegabytes(known.evidenceBytes) },
              { name: texts.made, value: messages.dates.instant(known.createdUtc) }, { name: texts.state, value: known.readOnly ? texts.stateReadOnly : texts.stateWhole },
            ]} />
          </Section>
          {isCodeSettled && recoverySection}
        </>
      )}
      <Section title={texts.locking} description={texts.lockingHint}>
        <div className="row"><span>{messages.settings.idle} {messages.settings.idleMinutes(settings.idleLockMinutes)}</span><Button onPress={() => go({ name: 'settings' })}>{messages.settings.title}</Button><Button icon={LockKeyhole} onPress={() => void lockNow()}>{texts.lockNow}</Button></div>
      </Section>
      <Section title={texts.backup}><p className="measure">{texts.backupText}</p></Section>
      <Section title={texts.forget}><p className="measure">{texts.forgetText}</p></Section>
      <Folded level={2} title={texts.safetyAgain}><SafetyAdvice heading="h3" /></Folded>
      {known && <Folded level={2} title={texts.technical}><Facts facts={[{ name: texts.vaultId, value: known.vaultId }, { name: texts.sealSteps, value: sayNumber(known.historySequence) }]} /></Folded>}
    </Page>
  );
}
