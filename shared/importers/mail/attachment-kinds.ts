import type { MailLeaf } from './structure';
import type { MailAttachment, MailPart } from './parts';
import type { ParameterisedValue } from './parameters';

const byType: Readonly<Record<string, MailAttachment['kind']>> = {
  'text/calendar': 'calendar', 'application/ics': 'calendar', 'text/x-vcalendar': 'calendar', 'text/vcard': 'contact', 'text/x-vcard': 'contact', 'text/directory': 'contact', 'application/vcard': 'contact',
  'message/rfc822': 'mail', 'message/global': 'mail', 'application/pgp-signature': 'signature', 'application/pkcs7-signature': 'signature', 'application/x-pkcs7-signature': 'signature',
  'application/pgp-encrypted': 'encrypted', 'application/pkcs7-mime': 'encrypted', 'application/x-pkcs7-mime': 'encrypted', 'message/delivery-status': 'report', 'message/disposition-notification': 'report',
  'message/feedback-report': 'report', 'text/rfc822-headers': 'report', 'application/ms-tnef': 'outlook-package', 'application/vnd.ms-tnef': 'outlook-package',
};

/** By the type it claims; where that says nothing (`application/octet-stream`), by the ending of its name. */
export function attachmentKind(type: string, name: string): MailAttachment['kind'] {
  const known = byType[type];
  if (known !== undefined) return known;
  if (type !== '' && type !== 'application/octet-stream') return 'file';
  const lower = name.toLowerCase();
  return lower.endsWith('.ics') ? 'calendar' : lower.endsWith('.vcf') ? 'contact' : lower.endsWith('.eml') ? 'mail' : lower === 'winmail.dat' ? 'outlook-package' : 'file';
}

/**
 * Signed or encrypted, as the mail's own structure says: RFC 1847 and 3156 (PGP), RFC 8551 (S/MIME), and PGP's own lines in a plain text. What an opaque S/MIME part is, its `smime-type` says; where it does not, it counts as encrypted.
 */
export function readProtection(multiparts: readonly ParameterisedValue[], leaves: readonly MailLeaf[], text: string): MailPart['protection'] {
  const found = new Set<MailPart['protection'][number]>();
  for (const { value, parameters } of multiparts) {
    const protocol = (parameters.get('protocol') ?? '').toLowerCase();
    if (value === 'multipart/encrypted') found.add('pgp-encrypted');
    if (value === 'multipart/signed') found.add(protocol.includes('pkcs7') ? 'smime-signed' : 'pgp-signed');
  }
  for (const { type, content } of leaves) {
    if (type !== 'application/pkcs7-mime' && type !== 'application/x-pkcs7-mime') continue;
    const kind = (content.parameters.get('smime-type') ?? '').toLowerCase();
    found.add(kind === 'signed-data' || kind === 'certs-only' ? 'smime-signed' : 'smime-encrypted');
  }
  if (/^-----BEGIN PGP MESSAGE-----/m.test(text)) found.add('pgp-encrypted');
  if (/^-----BEGIN PGP SIGNED MESSAGE-----/m.test(text)) found.add('pgp-signed');
  return (['smime-signed', 'smime-encrypted', 'pgp-signed', 'pgp-encrypted'] as const).filter((one) => found.has(one));
}

/** Whether a part is part of what is read as the mail's text: plain or HTML, without a name, not said to be an attachment. */
export function isBodyLeaf({ type, disposition, content, around }: MailLeaf): boolean {
  if (type !== 'text/plain' && type !== 'text/html' && !type.startsWith('multipart/')) return false;
  // The text that RFC 3462 puts first is the mail's; what else a report holds is evidence of its own.
  if (around.at(-1) === 'encrypted') return false;
  return disposition.value !== 'attachment' && leafName(disposition, content) === '';
}

/** Content-Disposition's `filename`, else Content-Type's `name`. */
export function leafName(disposition: ParameterisedValue, content: ParameterisedValue): string {
  return disposition.parameters.get('filename') || content.parameters.get('name') || '';
}
