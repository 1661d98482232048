import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { importersOf } from '../registry';
import { memorySource } from '../testing/memory-source';
import { isGoogleTimeline, readGoogleTimeline } from './google-timeline';
import type { LocationClaim } from '../../model/location-claim';
import { LocationPart } from './parts';

const folder = path.join(import.meta.dirname, 'samples');
const samples = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));

async function partsOf(bytes: Uint8Array, pieceBytes = 1 << 16): Promise<LocationPart[]> {
  const parts: LocationPart[] = [];
  const [file] = memorySource('Timeline.json', new Map([['Timeline.json', bytes]]), pieceBytes).files;
  for await (const part of readGoogleTimeline(file!)) parts.push(LocationPart.parse(part));
  return parts;
}
/** However they were batched. */
type Stretch = Extract<LocationPart, { part: 'not-understood' }>;
const claimsAndStretches = (parts: readonly LocationPart[]): (LocationClaim | Stretch)[] => parts.flatMap((part): (LocationClaim | Stretch)[] => (part.part === 'claims' ? part.claims : [part]));

const shownTime = ({ at, basis, offsetMinutes, atAsWritten }: LocationClaim['from']): string => `${at} ${basis}${offsetMinutes === null ? '' : ` ${offsetMinutes}`} (${atAsWritten})`;
const shown = (claim: LocationClaim): string => [
  `${claim.sourceLine} @${claim.sourceOffset}+${claim.sourceLength}`, claim.kind, shownTime(claim.from), claim.until === null ? '' : shownTime(claim.until), ...[claim.position, claim.end].map((at) => (at === null ? '' : `${at.latitude}, ${at.longitude}`)),
  Object.values(claim.place).filter((text) => text !== '').join(', '), claim.means, `${claim.probability ?? '?'} ${claim.candidateProbability ?? '?'}`, claim.accuracyMetres === null ? '' : `±${claim.accuracyMetres} m`, claim.distanceMetres === null ? '' : `${claim.distanceMetres} m`,
].join(' | ');

describe.each(samples)('the sample %s', (name) => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('is told by its content, and is no conversation', () => {
    expect(isGoogleTimeline(bytesOf(name))).toBe(true);
    expect(importersOf(bytesOf(name))).toEqual([]);
  });

  it('reads as its expectation says', async () => {
    const lines = claimsAndStretches(await partsOf(bytesOf(name))).map((read) => ('part' in read ? `not understood ${read.sourceLine} @${read.sourceOffset}+${read.sourceLength} | ${read.text}` : shown(read)));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(folder, `${name.replace('.json', '.expected')}`));
  });

  it.each([1, 7, 613])('reads the same in pieces of %i bytes', async (pieceBytes) => {
    expect(claimsAndStretches(await partsOf(bytesOf(name), pieceBytes))).toEqual(claimsAndStretches(await partsOf(bytesOf(name))));
  });

  it('reads the same in every zone', async () => {
    const read: unknown[] = [];
    for (process.env['TZ'] of ['UTC', 'America/New_York', 'Australia/Lord_Howe']) read.push(await partsOf(bytesOf(name)));
    for (const other of read) expect(other).toEqual(read[0]);
  });

  it('ends, within its bytes, however it is changed', async () => {
    const bytes = bytesOf(name);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length), fc.uint8Array({ maxLength: 6 }), fc.nat(20)), { minLength: 1, maxLength: 6 }), async (changes) => {
      let changed = [...bytes];
      for (const [at, put, drop] of changes) changed = [...changed.slice(0, at), ...put, ...changed.slice(at + drop)];
      for (const read of claimsAndStretches(await partsOf(new Uint8Array(changed)))) expect(read.sourceOffset + read.sourceLength).toBeLessThanOrEqual(changed.length);
    }), { numRuns: 150 });
  });
});

it.each(['{"locations":[{"name":"Cardiff"}]}', '[{"startTime":"2024-01-01T00:00:00Z"}]', '[1,2]', '{"messages":[]}', 'semanticSegments', '', '{"a":{"semanticSegments":[]}}'])('takes %s for nothing of the kind', (text) => {
  expect(isGoogleTimeline(new TextEncoder().encode(text))).toBe(false);
});
