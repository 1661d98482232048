import { messages } from '../../../shared/messages/en-gb';
import { RadioGroup } from '../../ui/choices';

export type Making = keyof typeof messages.handOverBag.whats;

/** What these entries are made into. The pages are the same; an evidence bag holds more beside them. */
export function WhatToMake({ making, onMaking }: { readonly making: Making; readonly onMaking: (making: Making) => void }) {
  const words = messages.handOverBag;
  return <RadioGroup across label={words.what} options={(['pdf', 'bag'] as const).map((what) => ({ value: what, ...words.whats[what] }))} value={making} onChange={onMaking} />;
}
