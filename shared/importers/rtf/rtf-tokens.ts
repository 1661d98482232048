/** What is told of an RTF text as it is read (RTF 1.9.1, "RTF Syntax"). */
export interface RtfTokens {
  open(): void;
  close(): void;
  /** A control word, with its number where it has one. */
  word(word: string, value: number | null): void;
  /** A control symbol: one sign that is no letter. */
  symbol(sign: string): void;
  /** One byte of text, in the code page of its font. */
  byte(byte: number): void;
  /** What stands as bytes, and not as text. */
  binary(bytes: Uint8Array): void;
  /** Whether nothing more is wanted. */
  isDone(): boolean;
}

/** Reads RTF token by token, without recursion. No bytes are an error. */
export function readRtfTokens(bytes: Uint8Array, tokens: RtfTokens): void {
  for (let at = 0; at < bytes.length && !tokens.isDone(); ) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x7b) tokens.open();
    else if (byte === 0x7d) tokens.close();
    else if (byte === 0x5c) at = control(bytes, at, tokens);
    // Line ends are nothing in RTF.
    else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) tokens.byte(byte);
  }
}

/** A control word or symbol that begins after its backslash; gives where it ends. */
function control(bytes: Uint8Array, start: number, tokens: RtfTokens): number {
  let at = start;
  while (at < start + 32 && isLetter(bytes[at])) at += 1;
  if (at === start) return symbol(bytes, start, tokens);
  const word = String.fromCharCode(...bytes.subarray(start, at));
  const digits = at;
  if (bytes[at] === 0x2d) at += 1;
  while (at < digits + 11 && isDigit(bytes[at])) at += 1;
  const written = String.fromCharCode(...bytes.subarray(digits, at));
  const value = /\d/.test(written) ? Number(written) : null;
  if (bytes[at] === 0x20) at += 1;
  if (word === 'bin') {
    const end = at + Math.max(0, value ?? 0);
    tokens.binary(bytes.subarray(at, end));
    return end;
  }
  tokens.word(word, value);
  return at;
}

function symbol(bytes: Uint8Array, at: number, tokens: RtfTokens): number {
  const sign = String.fromCharCode(bytes[at] ?? 0);
  if (sign === "'") {
    const code = Number.parseInt(String.fromCharCode(...bytes.subarray(at + 1, at + 3)), 16);
    if (!Number.isNaN(code)) tokens.byte(code);
    return at + 3;
  }
  if (sign === '\\' || sign === '{' || sign === '}') tokens.byte(sign.charCodeAt(0));
  else tokens.symbol(sign);
  return at + 1;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
