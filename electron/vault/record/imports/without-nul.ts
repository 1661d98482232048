/** SQLite would end a text at NUL. The source keeps the byte; the record shows that something stood there. */
export function withoutNul(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '\uFFFD') : text;
}
