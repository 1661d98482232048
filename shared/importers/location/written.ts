import { wallClock } from '../../dates/uk-clock';
import { clipped } from '../bytes/clipped';
import { member, textAt, wholeAt, type JsonObject } from '../json/members';
import { epochMsOf, instantTime, offsetTime } from '../conversations/message-times';
import type { LocationClaim, Position } from '../../model/location-claim';

type Time = LocationClaim['from'];

const zone = /(?:Z|[+-]\d{2}:\d{2})$/;
const afterEnd = 253_402_214_400_000;
const none = (text: string): Time => ({ at: '', offsetMinutes: null, basis: 'instant', atAsWritten: clipped(text, 100) });

/**
 * A time of RFC 3339. With an offset of its own, or with one that stands beside it (`zoneMinutes`), it is shown on that clock; in UTC on the clock of the United Kingdom. `at` '' where it
 * is no such time.
 */
export function timeOf(text: string, zoneMinutes: number | null = null): Time {
  const epochMs = instantOf(text);
  if (epochMs === null) return none(text);
  const own = text.endsWith('Z') ? null : offsetTime(text).offsetMinutes;
  const offset = zoneMinutes !== null && Math.abs(zoneMinutes) <= 1080 ? zoneMinutes : own;
  return offset === null ? instantTime(epochMs, text) : { at: wallClock(epochMs + offset * 60_000), offsetMinutes: offset, basis: 'offset-written', atAsWritten: clipped(text, 100) };
}

/** Milliseconds since 1970, to the second; null outside 1970 to 9999 and where it is no time of RFC 3339. */
function instantOf(text: string): number | null {
  const ms = zone.test(text) ? epochMsOf(offsetTime(text)) : null;
  return ms !== null && ms >= 0 && ms < afterEnd ? ms : null;
}

/** A moment some minutes after another, as a path's points are given on iOS; `asWritten` says both. */
export function timeAfter(start: string, minutes: string): Time {
  const epochMs = instantOf(start);
  const asWritten = minutes === '' ? '' : `${start} + ${minutes} min`;
  if (epochMs === null || !/^\d{1,5}$/.test(minutes)) return none(asWritten);
  const { offsetMinutes, basis } = timeOf(start);
  const ms = epochMs + Number(minutes) * 60_000;
  return basis === 'instant' ? instantTime(ms, asWritten) : { at: wallClock(ms + (offsetMinutes ?? 0) * 60_000), offsetMinutes, basis, atAsWritten: clipped(asWritten, 100) };
}

/** From the member `name` in RFC 3339, or from `name` + `Ms`, milliseconds since 1970, as Takeout wrote until 2022. */
export function takeoutTime(object: JsonObject, name: string): Time {
  const text = textAt(object, name);
  if (text !== '') return timeOf(text);
  const ms = wholeAt(object, `${name}Ms`);
  return instantTime(ms, ms === null ? '' : String(ms));
}

/** `51.5010°, -0.1410°` (Android), `geo:51.5010,-0.1410` (iOS, RFC 5870); null where it is none. */
export function positionOf(text: unknown): Position | null {
  if (typeof text !== 'string' || text.length > 100) return null;
  const found = /^(?:geo:)?(-?\d{1,3}(?:\.\d{1,15})?)°?, ?(-?\d{1,3}(?:\.\d{1,15})?)°?$/.exec(text);
  return found === null ? null : within(Number(found[1]), Number(found[2]));
}

/** Whole numbers of a ten-millionth of a degree. Takeout wrote some of them as unsigned 32-bit numbers. */
export function positionE7(object: JsonObject | null, latitude = 'latitudeE7', longitude = 'longitudeE7'): Position | null {
  if (object === null) return null;
  const [lat, long] = [wholeAt(object, latitude), wholeAt(object, longitude)];
  return lat === null || long === null ? null : within(signed(lat, 900_000_000) / 1e7, signed(long, 1_800_000_000) / 1e7);
}

function signed(e7: number, most: number): number {
  return e7 > most ? e7 - 2 ** 32 : e7;
}

function within(latitude: number, longitude: number): Position | null {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** A number, or one written as a string (iOS); null outside `from` to `to`. */
export function numberAt(object: JsonObject, key: string, from: number, to: number): number | null {
  const value = member(object, key);
  const number = typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,20})?(?:[eE]-?\d{1,3})?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= from && number <= to ? number : null;
}
