/**
 * A person's text as files for others can hold it: one kind of line end; controls that XML 1.0 forbids or that nobody would see (C0 without tab and line feed, DEL) as their pictures (U+2400 and on), C1 controls, halves of surrogate
 * pairs and non-characters as U+FFFD. All else stays as it is, marks of direction too.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replaceAll('\u007f', '\u2421')
    .replace(/[\u0080-\u009f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
