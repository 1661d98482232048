import { clipped } from '../bytes/clipped';
import type { TakenCut } from '../json/cutter';
import { listAt, member, objectAt, objectOf, objectsAt, textAt, wholeAt, type JsonObject } from '../json/members';
import type { LocationClaim } from '../../model/location-claim';
import { numberAt, positionE7, positionOf, takeoutTime, timeAfter, timeOf } from './written';

/** Points of one way that are read; Google's are of two hours. */
const mostPoints = 20_000;

const nowhere = { name: '', address: '', id: '', type: '' };
const plain = { until: null, position: null, end: null, place: nowhere, means: '', probability: null, candidateProbability: null, accuracyMetres: null, distanceMetres: null };

/** What one element of an export says; empty where it says nothing of a place, null where it is nothing that is known. */
export function claimsOf(cut: TakenCut): LocationClaim[] | null {
  const element = objectOf(cut.value);
  if (element === null) return null;
  const where = { sourceLine: cut.line, sourceOffset: cut.offset, sourceLength: cut.length };
  const claims = cut.at === 'locations/*' ? recordClaim(element) : cut.at === 'timelineObjects/*' ? takeoutClaims(element) : cut.at === 'rawSignals/*' ? signalClaims(element) : segmentClaims(element);
  return claims?.map((claim) => ({ ...claim, ...where })) ?? null;
}

type Claim = Omit<LocationClaim, 'sourceLine' | 'sourceOffset' | 'sourceLength'>;

/** From the phone: an element of `semanticSegments` (Android, since 2024) or of the bare list (iOS). */
function segmentClaims(segment: JsonObject): Claim[] | null {
  const [start, end] = [textAt(segment, 'startTime'), textAt(segment, 'endTime')];
  const from = timeOf(start, wholeAt(segment, 'startTimeTimezoneUtcOffsetMinutes'));
  const until = end === '' ? null : timeOf(end, wholeAt(segment, 'endTimeTimezoneUtcOffsetMinutes'));
  const [visit, activity] = [objectAt(segment, 'visit'), objectAt(segment, 'activity')];
  const path = objectsAt(segment, 'timelinePath', mostPoints);
  if (visit !== null) {
    const top = objectAt(visit, 'topCandidate') ?? {};
    return [{
      ...plain, kind: 'visit', from, until, position: pointOf(member(top, 'placeLocation')),
      place: { ...nowhere, id: clipped(textAt(top, 'placeId') || textAt(top, 'placeID'), 300), type: clipped(textAt(top, 'semanticType'), 100) },
      probability: numberAt(visit, 'probability', 0, 1), candidateProbability: numberAt(top, 'probability', 0, 1),
    }];
  }
  if (activity !== null) {
    const top = objectAt(activity, 'topCandidate') ?? {};
    return [{
      ...plain, kind: 'journey', from, until, position: pointOf(member(activity, 'start')), end: pointOf(member(activity, 'end')), means: clipped(textAt(top, 'type'), 100),
      probability: numberAt(activity, 'probability', 0, 1), candidateProbability: numberAt(top, 'probability', 0, 1), distanceMetres: numberAt(activity, 'distanceMeters', 0, 1e9),
    }];
  }
  if (path.length > 0) {
    return path.map((point) => {
      const time = textAt(point, 'time');
      return { ...plain, kind: 'passed', from: time === '' ? timeAfter(start, minutesAt(point)) : timeOf(time), position: pointOf(member(point, 'point')) };
    });
  }
  // A holiday that Google named, and stretches of which it knows nothing.
  return objectAt(segment, 'timelineMemory') !== null || start !== '' ? [] : null;
}

function minutesAt(point: JsonObject): string {
  const minutes = member(point, 'durationMinutesOffsetFromStartTime');
  return typeof minutes === 'number' || typeof minutes === 'string' ? String(minutes) : '';
}

/** `{ "latLng": … }` on Android, the text itself on iOS. */
function pointOf(value: unknown): LocationClaim['position'] {
  const object = objectOf(value);
  return positionOf(object === null ? value : textAt(object, 'latLng'));
}

/** Android's `rawSignals`: what the device reported, of the last weeks. Scans of Wi-Fi and guesses of movement say no place. */
function signalClaims(signal: JsonObject): Claim[] | null {
  const position = objectAt(signal, 'position');
  if (position === null) return [];
  return [{
    ...plain, kind: 'reading', from: timeOf(textAt(position, 'timestamp')), position: positionOf(textAt(position, 'LatLng') || textAt(position, 'latLng')), means: clipped(textAt(position, 'source'), 100),
    accuracyMetres: numberAt(position, 'accuracyMeters', 0, 1e7),
  }];
}

/** Takeout's `Records.json`, until 2024. */
function recordClaim(record: JsonObject): Claim[] | null {
  const position = positionE7(record);
  const from = takeoutTime(record, 'timestamp');
  if (position === null && from.atAsWritten === '') return null;
  return [{ ...plain, kind: 'reading', from, position, means: clipped(textAt(record, 'source'), 100), accuracyMetres: numberAt(record, 'accuracy', 0, 1e7) }];
}

/** Takeout's `Semantic Location History`, until 2024: one file for each month. */
function takeoutClaims(object: JsonObject): Claim[] | null {
  const [visit, journey] = [objectAt(object, 'placeVisit'), objectAt(object, 'activitySegment')];
  if (visit !== null) {
    const location = objectAt(visit, 'location') ?? {};
    const duration = objectAt(visit, 'duration') ?? {};
    const inner = objectsAt(visit, 'childVisits', 1000).flatMap((child) => takeoutClaims({ placeVisit: withoutChildren(child) }) ?? []);
    return [{
      ...plain, kind: 'visit', from: takeoutTime(duration, 'startTimestamp'), until: takeoutTime(duration, 'endTimestamp'), position: positionE7(location) ?? positionE7(visit, 'centerLatE7', 'centerLngE7'),
      place: { name: clipped(textAt(location, 'name'), 300), address: clipped(textAt(location, 'address'), 1000), id: clipped(textAt(location, 'placeId'), 300), type: clipped(textAt(location, 'semanticType'), 100) },
      probability: hundredth(numberAt(visit, 'visitConfidence', 0, 100)), candidateProbability: hundredth(numberAt(location, 'locationConfidence', 0, 100)),
    }, ...inner];
  }
  if (journey !== null) {
    const duration = objectAt(journey, 'duration') ?? {};
    const [first] = objectsAt(journey, 'activities', 1);
    return [{
      ...plain, kind: 'journey', from: takeoutTime(duration, 'startTimestamp'), until: takeoutTime(duration, 'endTimestamp'), position: positionE7(objectAt(journey, 'startLocation')), end: positionE7(objectAt(journey, 'endLocation')),
      means: clipped(textAt(journey, 'activityType'), 100), candidateProbability: first === undefined || textAt(first, 'activityType') !== textAt(journey, 'activityType') ? null : hundredth(numberAt(first, 'probability', 0, 100)),
      distanceMetres: numberAt(journey, 'distance', 0, 1e9),
    }, ...rawPath(journey)];
  }
  return null;
}

/** What the device reported on the way, where Takeout still has it. */
function rawPath(journey: JsonObject): Claim[] {
  const path = objectAt(journey, 'simplifiedRawPath');
  if (path === null) return [];
  return listAt(path, 'points', mostPoints).map(objectOf).filter((point) => point !== null)
    .map((point) => ({ ...plain, kind: 'reading' as const, from: takeoutTime(point, 'timestamp'), position: positionE7(point, 'latE7', 'lngE7'), accuracyMetres: numberAt(point, 'accuracyMeters', 0, 1e7) }));
}

/** A place within a place has none within it; a made-up one may. */
function withoutChildren(visit: JsonObject): JsonObject {
  return { ...visit, childVisits: [] };
}

function hundredth(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 1e4) / 1e6;
}
