/** Own names of a message that says nothing but what every message says. */
const names = 15;
const clock = /^(|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})$/;

/**
 * Whether all of these are messages of the commonest form: words, somebody, a time and a place; no file, flag, quote, reaction, call or line. Whatever passes, `NeutralMessage` takes and gives back
 * unchanged (plain-message.test.ts); of whatever does not, nothing is said: `NeutralMessage` decides. Half a million messages are looked at twice on their way, and this takes a fifth of the time.
 */
export function arePlainMessages(value: unknown, most: number): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  // By number: `every` would pass over holes.
  for (let i = 0; i < value.length; i += 1) if (!isPlainMessage(value[i])) return false;
  return true;
}

function isPlainMessage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  let count = 0;
  for (const _ in value) count += 1;
  const { kind, sender, at, offsetMinutes, basis, atAsWritten, text, attachments, flags, quoted, reactions, call, sourceLine, sourceOffset, sourceLength } = value as Readonly<Record<string, unknown>>;
  return count === names
    && (kind === 'message' || kind === 'system' || kind === 'not-understood')
    && isText(sender, 300) && isText(at, 19) && clock.test(at) && isText(atAsWritten, 100) && isText(text, 1_000_000)
    && (offsetMinutes === null || (Number.isInteger(offsetMinutes) && (offsetMinutes as number) >= -1080 && (offsetMinutes as number) <= 1080))
    && (basis === 'as-written' || basis === 'offset-written' || basis === 'instant')
    && isEmpty(attachments) && isEmpty(flags) && isEmpty(reactions) && quoted === null && call === null
    && isPlace(sourceLine) && isPlace(sourceOffset) && isPlace(sourceLength);
}

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const isPlace = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
