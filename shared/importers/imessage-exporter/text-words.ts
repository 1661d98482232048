import { readEnglishClock } from '../conversations/english-clock';
import type { MessageFlag } from '../../model/message-facts';

/** Whether a line is nothing but a path as the exporter writes one: into its attachments folder, or where the file lay on the Mac or in a phone's backup. */
export function isFilePath(line: string): boolean {
  if (line.length > 1024 || line.length < 3) return false;
  return /^(?:attachments[/\\]|~\/|\/|[A-Za-z]:\\)[^\n\t]+$/.test(line) && /[/\\]/.test(line.slice(1)) && (line.startsWith('attachments') || /\/(?:Attachments|SMS|StickerCache|[0-9a-f]{2}\/[0-9a-f]{40})/.test(line) || /\.[A-Za-z0-9]{1,8}$/.test(line));
}

/** The path in a line that shows a sticker: `Outline Sticker from Me: attachments/1/2.heic (App: Memoji)`. */
export function stickerPath(line: string): string | null {
  if (line.length > 2048) return null;
  const path = /^(?:[A-Z][a-z]{1,20} )?Sticker from [^\n]{1,300}?: ((?:attachments[/\\]|~\/|\/|[A-Za-z]:\\)[^\n]+?)(?: \((?:App|Genmoji prompt): [^\n]*\))?(?: from [^\n]{1,300})?$/.exec(line)?.[1];
  return path ?? null;
}

const unsent = /^[^\n]{1,300} (?:unsent this message part(?: [\w ,]{1,80} after sending)?!|deleted a message\.)$/;

/**
 * What the lines that the exporter writes among a message's words say of it. Anybody can write such a line, so the words stay as they are, and a flag is as good as the line it is taken from.
 */
export function flagsOfLines(lines: readonly string[]): Set<MessageFlag> {
  const flags = new Set<MessageFlag>();
  let hasClock = false;
  lines.forEach((line, at) => {
    if (line.length > 600) return;
    if (at === 0 && line === 'This message was deleted from the conversation!') flags.add('deleted');
    else if (unsent.test(line)) flags.add('deleted');
    else if (/^(?:Started sharing|Stopped sharing|Shared) location!$/.test(line)) flags.add('location');
    else if (/^(?:Tapbacks|Reactions):$/.test(line)) flags.add('reaction');
    else if (line.startsWith('Transcription: ') && isFilePath(lines[at - 1] ?? '')) flags.add('voice-note').add('machine-transcript');
    else if (stickerPath(line) !== null) flags.add('sticker');
    else if (hasClock && /^Edited [\w ,]{1,80} later: /.test(line)) flags.add('edited');
    const clock = readEnglishClock(line);
    if (clock !== null && line.charAt(clock.length) === ' ') hasClock = true;
  });
  return flags;
}
