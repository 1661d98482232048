import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NeutralPart, type NeutralAttachment, type NeutralMessage } from '../parts';
import type { Choices, Importer } from '../reading';
import type { Source } from '../source';
import { memorySource, sampleFiles } from './memory-source';

const unsaid: Choices = { dateOrder: null, columns: null };
const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

/**
 * Every sample of an importer: `<name>` (a file, or a folder that stands for a folder or archive) beside `<name>.expected`, which `vitest -u` writes and a person reads. Each is recognised,
 * reads as expected, the same in pieces of any size and in any zone; every place lies in its file, and a part is what parts.ts says.
 */
export function runSamples(importer: Importer, folder: string, choices: Choices = unsaid): void {
  const samples = readdirSync(folder).filter((name) => !name.endsWith('.expected')).sort();

  describe.each(samples)('the sample %s', (name) => {
    const files = sampleFiles(folder, name);
    const zone = process.env['TZ'];
    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    it('is recognised by its content', async () => {
      expect((await recognised(importer, memorySource(name, files))).length).toBeGreaterThan(0);
    });

    it('reads as its expectation says', async () => {
      await expect(`${shown(await partsOf(importer, memorySource(name, files), choices)).join('\n')}\n`).toMatchFileSnapshot(path.join(folder, `${name}.expected`));
    });

    it.each([1, 7, 613])('reads the same in pieces of %i bytes', async (pieceBytes) => {
      expect(joined(await partsOf(importer, memorySource(name, files, pieceBytes), choices))).toEqual(joined(await partsOf(importer, memorySource(name, files), choices)));
    });

    it('reads the same in every zone', async () => {
      const read: unknown[] = [];
      for (process.env['TZ'] of zones) read.push(joined(await partsOf(importer, memorySource(name, files), choices)));
      for (const other of read) expect(other).toEqual(read[0]);
    });

    it('gives parts as they are agreed, each within its file, each key said before it is used', async () => {
      const keys = new Set<string>();
      const given = new Set<string>();
      const named = new Set<string>();
      for (const part of await partsOf(importer, memorySource(name, files), choices)) {
        NeutralPart.parse(part);
        if (part.part === 'conversation') {
          expect(keys).not.toContain(part.key);
          keys.add(part.key);
        }
        if (part.part === 'messages') {
          expect(keys).toContain(part.key);
          for (const message of part.messages) {
            expect(message.sourceOffset + message.sourceLength).toBeLessThanOrEqual(files.get(part.path)?.length ?? -1);
            for (const { file } of message.attachments) if (file !== '') named.add(file);
          }
        }
        if (part.part === 'not-understood') expect(part.sourceOffset + part.sourceLength).toBeLessThanOrEqual(files.get(part.path)?.length ?? -1);
        if (part.part === 'file-found') expect(files.has(part.path)).toBe(true);
        if (part.part === 'file-found' || (part.part === 'file-piece' && part.last)) {
          expect(given).not.toContain(part.id);
          given.add(part.id);
        }
      }
      expect([...named].sort()).toEqual([...given].sort());
    });
  });
}

/** The files of a source that an importer recognises. */
export async function recognised(importer: Importer, source: Source): Promise<Source['files']> {
  const found = [];
  for (const file of source.files) if (importer.recognises(await file.head())) found.push(file);
  return found;
}

export async function partsOf(importer: Importer, source: Source, choices: Choices = unsaid): Promise<NeutralPart[]> {
  const parts: NeutralPart[] = [];
  for await (const part of importer.read(await recognised(importer, source), source, choices)) parts.push(part);
  return parts;
}

/** Parts however they were batched: messages of one key and file together, pieces of a file together. */
function joined(parts: readonly NeutralPart[]): NeutralPart[] {
  const out: NeutralPart[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    if (part.part === 'messages' && before?.part === 'messages' && before.key === part.key && before.path === part.path) out[out.length - 1] = { ...before, messages: [...before.messages, ...part.messages] };
    else if (part.part === 'file-piece' && before?.part === 'file-piece' && before.id === part.id) out[out.length - 1] = { ...part, bytes: new Uint8Array([...before.bytes, ...part.bytes]) };
    else out.push(part);
  }
  return out;
}

function shown(parts: readonly NeutralPart[]): string[] {
  return joined(parts).flatMap((part) => {
    switch (part.part) {
      case 'conversation': return ['', `conversation ${part.key} | ${part.title} | ${part.service} | ${part.participants.map(({ name, handle, isOwner }) => `${name} <${handle}>${isOwner ? ' (owner)' : ''}`).join(', ')}`];
      case 'messages': return [`in ${part.path}, of ${part.key}`, ...part.messages.map(shownMessage)];
      case 'file-found': return [`file ${part.id} | ${part.name} | ${part.path}`];
      case 'file-piece': return [`file ${part.id} | ${part.name} | ${part.bytes.length} bytes inside${part.isSound ? '' : ', not sound'}`];
      case 'not-understood': return [`not understood in ${part.path} ${part.sourceLine} @${part.sourceOffset}+${part.sourceLength} | ${part.text}${part.counts ? ` | said ${part.counts.said}, read ${part.counts.read}` : ''}`];
      default: return [];
    }
  });
}

function shownMessage(message: NeutralMessage): string {
  const { kind, sender, at, offsetMinutes, basis, atAsWritten, text, attachments, flags, quoted, reactions, call } = message;
  return [
    `${message.sourceLine} @${message.sourceOffset}+${message.sourceLength}`, kind, `${at} ${basis}${offsetMinutes === null ? '' : ` ${offsetMinutes >= 0 ? '+' : ''}${offsetMinutes}`} (${atAsWritten})`, sender, text,
    attachments.map(shownAttachment).join(', '), flags.join(' '), quoted === null ? '' : `> ${quoted.sender}: ${quoted.text}`, reactions.map(({ by, what }) => `${by} ${what}`).join(', '),
    call === null ? '' : `${call.kind}${call.isVideo ? ' video' : ''} ${call.seconds ?? '?'} s`,
  ].join(' | ') + (message.line === undefined ? '' : ` | line ${message.line}`);
}

function shownAttachment({ name, file, absent }: NeutralAttachment): string {
  return `${name} (${absent ?? file})`;
}
