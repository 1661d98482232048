import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { SafetyAdvice } from '../../app/safety-advice';
import { Folded } from '../../ui/folded';
import { Facts, Section } from '../../ui/page';
import type { VaultFacts } from './vault-facts';

/** What to know if someone takes the computer, and the advice of the first start once more. */
export function AdviceSections() {
  const texts = messages.vault;
  return (
    <>
      <Section title={texts.forget}><p className="measure">{texts.forgetText}</p></Section>
      <Folded level={2} title={texts.safetyAgain}><SafetyAdvice heading="h3" /></Folded>
    </>
  );
}

/** The names a technical person asks for. */
export function TechnicalDetail({ known }: { readonly known: VaultFacts }) {
  const texts = messages.vault;
  return <Folded level={2} title={texts.technical}><Facts facts={[{ name: texts.vaultId, value: known.vaultId }, { name: texts.sealSteps, value: sayNumber(known.historySequence) }]} /></Folded>;
}
