const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;
const figures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** A size in words, in powers of a thousand as phones and computers show it: "812 bytes", "2.04 MB". */
export function sayBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) { value /= 1000; unit += 1; }
  if (unit === 0) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return `${figures.format(value)} ${units[unit]}`;
}
