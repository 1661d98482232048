import type { CallError } from '../../../../shared/contract/errors';
import { messages } from '../../../../shared/messages/en-gb';

/** What to say beside the new passphrase when it is that which was refused; null when something else was. */
export function sayOfNext(refused: CallError | null): string | null {
  switch (refused?.code) {
    case 'passphrase-too-weak': return messages.errors.say(refused);
    // Of whichever way in: which of them it opens is not said.
    case 'same-secret': return messages.waysIn.change.sameAsNow;
    default: return null;
  }
}
