import { messages } from '../../../shared/messages/en-gb';
import { Section } from '../../ui/page';
import { CompareWithCode } from './compare-with-code';
import type { VaultFacts } from './vault-facts';

/** The short code that stands for the record as it is now, and whether one of before still fits. */
export function SealSection({ known }: { readonly known: VaultFacts }) {
  const texts = messages.vault;
  return <Section title={texts.seal} description={texts.sealHint}><p className="seal">{known.sealCode}</p><CompareWithCode /></Section>;
}
