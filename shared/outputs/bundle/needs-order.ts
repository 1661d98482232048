import type { BundleChoice, NeedsOrder } from '../../model/bundle';
import type { Document } from '../../model/document';
import { bundleProfiles } from './profiles';

/** Something that would be an exhibit; of a document with what is known of its file. */
export type Wanted = { readonly kind: 'excerpt' | 'mail'; readonly id: string } | { readonly kind: 'document'; readonly id: string; readonly document: Pick<Document, 'form' | 'origin' | 'mediaType'> };

/**
 * Whether something stays out of this bundle for want of an order or direction, and as what; null where it may go. A letter that was kept as a PDF cannot be told from any other paper: the screen says so.
 */
export function staysOut(choice: BundleChoice | undefined, wanted: Wanted): NeedsOrder | null {
  if (choice === undefined || choice.profile === 'solicitor') return null;
  const what = needsOrder(wanted);
  if (what === null || !bundleProfiles[choice.profile].needsOrder.includes(what)) return null;
  return choice.allowed.some(({ kind, id }) => kind === wanted.kind && id === wanted.id) ? null : what;
}

function needsOrder(wanted: Wanted): NeedsOrder | null {
  switch (wanted.kind) {
    case 'excerpt': return 'messages';
    case 'mail': return 'correspondence';
    case 'document': {
      const { form, origin, mediaType } = wanted.document;
      if (origin === 'message-source') return 'messages';
      if (origin === 'mail-source' || mediaType === 'message/rfc822' || mediaType === 'application/vnd.ms-outlook') return 'correspondence';
      return form === 'image' ? 'picture' : null;
    }
  }
}
