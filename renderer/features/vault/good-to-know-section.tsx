import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { SafetyAdvice } from '../../app/safety-advice';
import { SecondCompartmentAdvice } from '../../app/second-compartment-advice';
import { Folded } from '../../ui/folded';
import { Facts, Section } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';
import type { VaultFacts } from './vault-facts';

/**
 * What to know if someone takes the computer, the advice of the first start once more, and the vault's own figures. About a second compartment every vault says the
 * same: from inside nobody can tell whether there is one.
 */
export function GoodToKnowSection({ known }: { readonly known: VaultFacts | null }) {
  const texts = messages.vault;
  return (
    <Section title={texts.goodToKnow}>
      <div>
        <Folded title={texts.forget}><p className="measure">{texts.forgetText}</p></Folded>
        <Folded title={messages.secondCompartment.title}><SecondCompartmentAdvice heading="h4" /></Folded>
        <Folded title={texts.safetyAgain}><SafetyAdvice heading="h4" /></Folded>
        {known && <Folded title={texts.holds}><Holds known={known} /></Folded>}
      </div>
    </Section>
  );
}

/** How much is in the vault, since when, and the names a technical person asks for. */
function Holds({ known }: { readonly known: VaultFacts }) {
  const texts = messages.vault;
  return (
    <Facts facts={[
      { name: texts.incidents, value: sayNumber(known.incidentCount) }, { name: texts.documents, value: `${sayNumber(known.documentCount)} (${sayBytes(known.evidenceBytes)})` },
      { name: texts.messages, value: sayNumber(known.messageCount) }, { name: texts.sealSteps, value: sayNumber(known.historySequence) },
      { name: texts.made, value: messages.dates.instant(known.createdUtc) }, { name: texts.vaultId, value: known.vaultId },
    ]} />
  );
}
