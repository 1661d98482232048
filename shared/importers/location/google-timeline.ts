import type { Cut } from '../json/cutter';
import { member, objectOf } from '../json/members';
import { readJson, readJsonHead } from '../json/read-json';
import { take, type Wanted } from '../json/wanted';
import { stretchNotUnderstood } from '../not-understood';
import type { SourceFile } from '../source';
import type { LocationClaim } from '../../model/location-claim';
import type { LocationPart } from './parts';
import { claimsOf } from './segments';

const batchClaims = 1000;

const ofAccount: Wanted = { semanticSegments: [take], rawSignals: [take], timelineObjects: [take], locations: [take] };
const bareList: Wanted = [take];

/**
 * Google's history of locations in all its forms, told by content: `Timeline.json` from an Android phone (`semanticSegments`, `rawSignals`), `location-history.json` from an iPhone (a bare list), and what Takeout gave until 2024 (`Records.json` with
 * `locations`; a file a month with `timelineObjects`). Google documents none of them; written after exports and after the readers timelinize/timelinize (datasources/googlelocation) and nabedroid/google-timeline-viewer. Everything Google worked out is marked as
 * an inference (parts.ts). `userLocationProfile` and `timelineEdits` say nothing of a time and are passed over; the file itself is kept whole.
 */
export function isGoogleTimeline(head: Uint8Array): boolean {
  const wanted = wantedOf(head);
  return wanted !== null && readJsonHead(head, wanted).some((cut) => isTelling(cut));
}

function isTelling(cut: Cut): boolean {
  if (cut.cut === 'opened') return cut.at === 'semanticSegments' || cut.at === 'timelineObjects';
  const value = cut.cut === 'value' ? objectOf(cut.value) : null;
  if (value === null) return false;
  if (cut.at === 'locations/*') return Object.hasOwn(value, 'latitudeE7') || Object.hasOwn(value, 'timestampMs');
  return cut.at === '*' && typeof member(value, 'startTime') === 'string' && ['visit', 'activity', 'timelinePath', 'timelineMemory'].some((key) => Object.hasOwn(value, key));
}

/** Null where it is neither an object nor a list. */
function wantedOf(head: Uint8Array): Wanted | null {
  const first = head.find((byte, at) => byte > 0x20 && !(at < 3 && byte >= 0xbb));
  return first === 0x7b ? ofAccount : first === 0x5b ? bareList : null;
}

/** All that a file says, in its order. Elements that are not known, or cannot be read, are said with their place. Throws what the file's bytes throw, nothing of its own. */
export async function* readGoogleTimeline(file: SourceFile): AsyncGenerator<LocationPart> {
  const wanted = wantedOf(await file.head());
  if (wanted === null) return;
  let claims: LocationClaim[] = [];
  for await (const cuts of readJson(file.bytes(), wanted)) {
    for (const cut of cuts) {
      const read = cut.cut === 'value' ? claimsOf(cut) : null;
      if (read !== null) claims.push(...read);
      else if (cut.cut === 'not-understood' || cut.cut === 'value') {
        yield* batchesOf(file.path, claims);
        claims = [];
        yield stretchNotUnderstood(file.path, cut.text, cut);
      }
      if (claims.length >= batchClaims) {
        yield* batchesOf(file.path, claims);
        claims = [];
      }
    }
  }
  yield* batchesOf(file.path, claims);
}

function* batchesOf(path: string, claims: readonly LocationClaim[]): Generator<LocationPart> {
  for (let at = 0; at < claims.length; at += batchClaims) yield { part: 'claims', path, claims: claims.slice(at, at + batchClaims) };
}
