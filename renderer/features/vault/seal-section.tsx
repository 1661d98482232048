import { messages } from '../../../shared/messages/en-gb';
import { Section } from '../../ui/page';
import { CompareWithCode } from './compare-with-code';
import type { VaultFacts } from './vault-facts';
import { VaultHistory } from './vault-history';

/** The short code that stands for the record as it is now, whether one of before still fits, and what was done with the vault itself. */
export function SealSection({ known }: { readonly known: VaultFacts }) {
  const texts = messages.vault;
  return (
    <Section title={texts.seal} description={texts.sealHint}>
      <p className="seal">{known.sealCode}</p>
      <div><CompareWithCode /><VaultHistory vaultId={known.vaultId} upTo={known.historySequence} /></div>
    </Section>
  );
}
