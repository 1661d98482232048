import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { AdviceSections, TechnicalDetail } from './advice-sections';
import { BackupsSection } from './backups-section';
import { HoldsSection } from './holds-section';
import { LockingSection } from './locking-section';
import { MoveSection } from './move-section';
import { ReadOnlyNotice } from './read-only-notice';
import { RecoveryCodeSection } from './recovery-code-section';
import { SealSection } from './seal-section';
import './vault.css';

/** The vault's page: only the order of its sections; each is a file of its own beside this one. */
export function VaultScreen() {
  const texts = messages.vault;
  const facts = useAsk('vault.facts', {});
  const known = facts.value;
  const [wasCodeSettled, setWasCodeSettled] = useState<boolean | null>(null);
  if (known && wasCodeSettled === null) setWasCodeSettled(known.recoveryCodeConfirmed);
  // The example's code was shown to nobody: there is nothing to check. Where the code waits for her it comes first, and
  // stays there while she is on this page; once settled it is one fact among others.
  const recoveryCode = known && !known.example && <RecoveryCodeSection known={known} onConfirmed={facts.again} />;
  return (
    <Page>
      <PageHeader title={texts.title} description={texts.description} />
      {facts.error && <Notice tone="needs-you" announce>{messages.errors.say(facts.error)}</Notice>}
      {known?.readOnly && <ReadOnlyNotice />}
      {wasCodeSettled === false && recoveryCode}
      {known && <SealSection known={known} />}
      {known && <HoldsSection known={known} />}
      {wasCodeSettled && recoveryCode}
      <LockingSection />
      {known && <BackupsSection known={known} />}
      {known && !known.readOnly && <MoveSection />}
      <AdviceSections />
      {known && <TechnicalDetail known={known} />}
    </Page>
  );
}
