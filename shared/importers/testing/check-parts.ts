import { NeutralPart } from '../parts';

/** What a reading gave, counted. */
export interface CheckedReading {
  parts: number;
  messages: number;
  notUnderstood: number;
}

/**
 * Reads to the end. Throws where a part is not what is agreed, a place lies outside its file, a conversation is used before it is said, or a file is given twice, or named and never
 * given. `sizes`: bytes of each file by its path.
 */
export async function checkParts(parts: AsyncIterable<NeutralPart>, sizes: ReadonlyMap<string, number>): Promise<CheckedReading> {
  const reading: CheckedReading = { parts: 0, messages: 0, notUnderstood: 0 };
  const [keys, given, named] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for await (const part of parts) {
    NeutralPart.parse(part);
    reading.parts += 1;
    if (part.part === 'conversation') keys.add(part.key);
    if (part.part === 'file-found' || (part.part === 'file-piece' && part.last)) {
      if (given.has(part.id)) throw new Error('a file is given twice');
      given.add(part.id);
    }
    if (part.part === 'not-understood') {
      assertWithin(sizes.get(part.path), part);
      reading.notUnderstood += 1;
    }
    if (part.part !== 'messages') continue;
    if (!keys.has(part.key)) throw new Error('a conversation is used before it is said');
    for (const message of part.messages) {
      assertWithin(sizes.get(part.path), message);
      for (const { file } of message.attachments) if (file !== '') named.add(file);
      reading.messages += 1;
      if (message.kind === 'not-understood') reading.notUnderstood += 1;
    }
  }
  for (const id of named) if (!given.has(id)) throw new Error('a file is named and never given');
  return reading;
}

export function assertWithin(sizeBytes: number | undefined, place: { sourceOffset: number; sourceLength: number }): void {
  if (place.sourceOffset + place.sourceLength > (sizeBytes ?? -1)) throw new Error('a place lies outside its file');
}
