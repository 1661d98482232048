import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { Facts, Section } from '../../ui/page';
import type { VaultFacts } from './vault-facts';

const sayMegabytes = (bytes: number): string => `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;

/** How much is in the vault, since when, and whether it may be written to. */
export function HoldsSection({ known }: { readonly known: VaultFacts }) {
  const texts = messages.vault;
  return (
    <Section title={texts.holds}>
      <Facts facts={[
        { name: texts.incidents, value: sayNumber(known.incidentCount) }, { name: texts.documents, value: sayNumber(known.documentCount) },
        { name: texts.messages, value: sayNumber(known.messageCount) }, { name: texts.evidenceSize, value: sayMegabytes(known.evidenceBytes) },
        { name: texts.made, value: messages.dates.instant(known.createdUtc) }, { name: texts.state, value: known.readOnly ? texts.stateReadOnly : texts.stateWhole },
      ]} />
    </Section>
  );
}
