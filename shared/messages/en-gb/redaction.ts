import type { RedactionReason } from '../../model/redaction';

/** What is printed in place of words that were taken out, and on the black over a part of a page. Short: it stands in the middle of sentences. */
const onTheBlack: Readonly<Record<RedactionReason, string>> = {
  address: 'address', 'contact-details': 'contact details', refuge: 'place of safety', child: 'child', 'another-person': 'another person', 'school-or-work': 'school or work', health: 'health', private: 'private', 'not-relevant': 'not relevant',
};

export const redactionLabel = (reason: RedactionReason): string => `[redacted: ${onTheBlack[reason]}]`;
