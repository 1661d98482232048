import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { AdviceSections, TechnicalDetail } from './advice-sections';
import { BackupsSection } from './backups-section';
import { CheckSection } from './check-section';
import { CompartmentSection } from './compartment-section';
import { HoldsSection } from './holds-section';
import { LockingSection } from './locking-section';
import { MergeReportsSection } from './merge-reports-section';
import { MoveSection } from './move-section';
import { ReadOnlyNotice } from './read-only-notice';
import { RecoveryCodeSection } from './recovery-code-section';
import { RebuildSearch } from './rebuild-search';
import { SealSection } from './seal-section';
import { WayInPage } from './ways-in/way-in-page';
import type { WayInStep } from './ways-in/way-in-step';
import { WaysInSection } from './ways-in/ways-in-section';
import { VaultHistory } from './vault-history';
import './vault.css';

/** The vault's page: only the order of its sections; each is a file of its own beside this one. */
export function VaultScreen() {
  const texts = messages.vault;
  const facts = useAsk('vault.facts', {});
  const known = facts.value;
  // The example's code was shown to nobody: there is nothing to check. Where the code waits for her it comes first, and
  // stays there while she is on this page; else it is one way in among others.
  const [hadPendingCode, setHadPendingCode] = useState(false);
  if (known && !known.example && !known.recoveryCodeConfirmed && !hadPendingCode) setHadPendingCode(true);
  const [step, setStep] = useState<WayInStep | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (step) return <WayInPage step={step} onEnd={(done) => { setStep(null); setSaid(done); setHadPendingCode(false); facts.again(); }} />;
  return (
    <Page>
      <PageHeader title={texts.title} description={texts.description} />
      {facts.error && <Notice tone="needs-you" announce>{messages.errors.say(facts.error)}</Notice>}
      {said && <Notice announce>{said}</Notice>}
      {known?.readOnly && <ReadOnlyNotice />}
      {known && hadPendingCode && <RecoveryCodeSection known={known} onConfirmed={facts.again} />}
      {known && <CheckSection onEnded={facts.again} />}
      {known && <SealSection known={known} />}
      {known && <HoldsSection known={known} />}
      {known && <WaysInSection known={known} onStep={(next) => { setSaid(null); setStep(next); }} />}
      {known && <BackupsSection known={known} />}
      <MergeReportsSection />
      <LockingSection />
      {known && !known.readOnly && <MoveSection />}
      <CompartmentSection />
      <AdviceSections />
      {known && <VaultHistory vaultId={known.vaultId} upTo={known.historySequence} />}
      {known && !known.readOnly && <RebuildSearch />}
      {known && <TechnicalDetail known={known} />}
    </Page>
  );
}
