/**
 * WhatsApp stops an export at about 40,000 messages, or 10,000 when media travel along (its own help page), newest kept. The figure
 * is met only roughly, so a little less counts too.
 */
const withoutMedia = 39_900;
const withMedia = 9_900;

export function mayBeTruncated(recordCount: number, hasAttachments: boolean): boolean {
  return recordCount >= (hasAttachments ? withMedia : withoutMedia);
}
