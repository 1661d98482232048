import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { useRenewalWork } from '../../app/renewal-work';
import { useAsk } from '../../app/use-ask';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { BackupsSection } from './backups-section';
import { CheckSection } from './check-section';
import { GoodToKnowSection } from './good-to-know-section';
import { LockingSection } from './locking-section';
import { RarelyNeededSection } from './rarely-needed-section';
import { ReadOnlyNotice } from './read-only-notice';
import { RecoveryCodeSection } from './recovery-code-section';
import { SealSection } from './seal-section';
import { VaultSummary } from './vault-summary';
import { CodePages } from './ways-in/code-pages';
import { RenewalNotice } from './ways-in/renewal-notice';
import { WayInPage } from './ways-in/way-in-page';
import type { WayInStep } from './ways-in/way-in-step';
import { WaysInSection } from './ways-in/ways-in-section';
import './vault.css';

/** The vault's page: what it asks once for all its sections, and their order; each is a file of its own beside this one. */
export function VaultScreen() {
  const texts = messages.vault;
  const facts = useAsk('vault.facts', {});
  const check = useAsk('check.state', {});
  const places = useAsk('backup.places', {});
  const ways = useAsk('waysIn.list', {});
  const renewal = useRenewalWork();
  const known = facts.value;
  // The example's code was shown to nobody: there is nothing to check. Where the code waits for her it comes first, and
  // stays there while she is on this page; else it is one way in among others.
  const [hadPendingCode, setHadPendingCode] = useState(false);
  if (known && !known.example && !known.recoveryCodeConfirmed && !hadPendingCode) setHadPendingCode(true);
  const [step, setStep] = useState<WayInStep | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  // Once the files are being renewed the passphrase was right: the page with the fields has done its work, and how far it is stands at the top of this one.
  if (step?.do === 'renew' && typeof renewal.running?.fraction === 'number') setStep(null);
  const begin = (next: WayInStep): void => { setSaid(null); renewal.forget(); setStep(next); };
  const end = (done: string | null): void => {
    setStep(null);
    setSaid(done);
    setHadPendingCode(false);
    for (const asked of [facts, ways]) asked.again();
  };
  if (renewal.value) return <Page><CodePages code={renewal.value.recoveryCode} onDone={() => { renewal.forget(); end(messages.waysIn.renew.done); }} /></Page>;
  if (step) return <WayInPage step={step} onEnd={end} />;
  const isRenewing = renewal.running !== null;
  return (
    <Page>
      <PageHeader title={texts.title} />
      {facts.error && <Notice tone="needs-you" announce>{messages.errors.say(facts.error)}</Notice>}
      {said && <Notice announce>{said}</Notice>}
      <RenewalNotice />
      {known?.readOnly && <ReadOnlyNotice />}
      {known && <VaultSummary known={known} check={check.value} places={places.value?.places ?? null} ways={ways.value?.ways ?? null} onChangePassphrase={isRenewing ? null : () => begin({ do: 'change-passphrase' })} />}
      {known && hadPendingCode && !isRenewing && <RecoveryCodeSection known={known} onConfirmed={facts.again} />}
      {known && <BackupsSection known={known} asked={places} />}
      {known && <CheckSection asked={check} isRenewing={isRenewing} onEnded={facts.again} />}
      {known && <WaysInSection known={known} asked={ways} isRenewing={isRenewing} onStep={begin} />}
      <LockingSection />
      {known && <SealSection known={known} />}
      {known && <RarelyNeededSection known={known} isRenewing={isRenewing} onRenew={() => begin({ do: 'renew' })} />}
      <GoodToKnowSection known={known} />
    </Page>
  );
}
