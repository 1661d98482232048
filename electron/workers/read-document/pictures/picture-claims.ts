import type { ClaimedTimeKind, FileField, PositionClaim, TimeClaim } from '../../../../shared/model/file-claims';
import { claimOf } from '../claimed-times';
import { numbersOf, textOf } from './exif-values';
import type { TiffField } from './tiff-directories';

/** Times of EXIF: the tag, the tags of its fraction and of its offset (EXIF 2.31), and what it says. */
const exifTimes: readonly (readonly [directory: 'image' | 'exif', tag: number, offsetTag: number, says: ClaimedTimeKind, name: string])[] = [
  ['exif', 0x9003, 0x9011, 'taken', 'DateTimeOriginal'], ['exif', 0x9004, 0x9012, 'made', 'DateTimeDigitized'], ['image', 0x0132, 0x9010, 'changed', 'DateTime'],
];
const xmpTimes: Readonly<Record<string, ClaimedTimeKind>> = {
  'exif:DateTimeOriginal': 'taken', 'photoshop:DateCreated': 'taken', 'xmp:CreateDate': 'made', 'exif:DateTimeDigitized': 'made', 'xmp:ModifyDate': 'changed', 'tiff:DateTime': 'changed',
};
/** `date:create` is when ImageMagick saw the file, not when a picture was made. */
const frameTimes: Readonly<Record<string, ClaimedTimeKind>> = { tIME: 'changed', 'Creation Time': 'made', 'date:create': 'changed', 'date:modify': 'changed' };
const order: readonly ClaimedTimeKind[] = ['taken', 'made', 'changed', 'satellite'];

/** Every time that a picture's data gives, the most telling first. */
export function timesOf(exif: readonly TiffField[], fields: readonly FileField[]): TimeClaim[] {
  const find = (directory: string, tag: number): TiffField | undefined => exif.find((field) => field.directory === directory && field.tag === tag);
  const claims: (TimeClaim | null)[] = exifTimes.map(([directory, tag, offsetTag, says, name]) => {
    const field = find(directory, tag);
    const offset = find('exif', offsetTag);
    return field ? claimOf({ says, block: 'exif', name, asWritten: textOf(field), offset: offset ? textOf(offset) : '', place: field.place }) : null;
  });
  claims.push(satelliteTime(find('gps', 29), find('gps', 7)));
  for (const { block, name, value, place } of fields) {
    const says = block === 'xmp' ? xmpTimes[name] : block === 'container' ? frameTimes[name] : undefined;
    if (says !== undefined) claims.push(claimOf({ says, block, name, asWritten: value, place }));
  }
  claims.push(iptcTime(fields, 'Date Created', 'Time Created', 'taken'), iptcTime(fields, 'Digital Creation Date', 'Digital Creation Time', 'made'));
  const given = claims.filter((claim) => claim !== null);
  return order.flatMap((says) => given.filter((claim) => claim.says === says)).slice(0, 50);
}

/** GPSDateStamp and GPSTimeStamp are UTC (EXIF 2.32, 4.6.7). */
function satelliteTime(date: TiffField | undefined, time: TiffField | undefined): TimeClaim | null {
  if (!date || !time) return null;
  const [hour, minute, second] = numbersOf(time);
  if (hour === undefined || minute === undefined || second === undefined || ![hour, minute, second].every((part) => Number.isFinite(part) && part >= 0 && part < 61)) return null;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return claimOf({ says: 'satellite', block: 'exif', name: 'GPSDateStamp', asWritten: `${textOf(date)} ${two(hour)}:${two(minute)}:${two(second)}Z`, place: date.place });
}

function iptcTime(fields: readonly FileField[], dateName: string, timeName: string, says: ClaimedTimeKind): TimeClaim | null {
  const find = (name: string): FileField | undefined => fields.find((field) => field.block === 'iptc' && field.name === name);
  const [date, time] = [find(dateName), find(timeName)];
  return date ? claimOf({ says, block: 'iptc', name: dateName, asWritten: `${date.value} ${time?.value ?? ''}`.trim(), place: date.place }) : null;
}

/** The place in EXIF's GPS directory; null where there is none, or one that is on no globe. A device that had not found itself yet writes 0, 0. */
export function positionOf(exif: readonly TiffField[]): PositionClaim | null {
  const find = (tag: number): TiffField | undefined => exif.find((field) => field.directory === 'gps' && field.tag === tag);
  const [latitudeField, longitudeField] = [find(2), find(4)];
  if (!latitudeField || !longitudeField) return null;
  const latitude = degrees(latitudeField, find(1));
  const longitude = degrees(longitudeField, find(3));
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  const altitude = first(find(6));
  const isBelow = first(find(5)) === 1;
  const accuracy = first(find(31));
  return { latitude, longitude, altitudeMetres: altitude === null ? null : isBelow ? -altitude : altitude, accuracyMetres: accuracy !== null && accuracy >= 0 ? accuracy : null, block: 'exif', place: latitudeField.place };
}

/** The place in XMP (ISO 16684-2, "GPSCoordinate"): `51,30.4380N` or `51,30,26N`; used where EXIF has none, because programs that take EXIF out leave it. */
export function positionOfXmp(fields: readonly FileField[]): PositionClaim | null {
  const find = (name: string): FileField | undefined => fields.find((field) => field.block === 'xmp' && field.name === `exif:${name}`);
  const [latitudeField, longitudeField] = [find('GPSLatitude'), find('GPSLongitude')];
  const [latitude, longitude] = [coordinate(latitudeField?.value ?? '', /[NS]/), coordinate(longitudeField?.value ?? '', /[EW]/)];
  if (latitudeField === undefined || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  const altitude = rational(find('GPSAltitude')?.value ?? '');
  return { latitude, longitude, altitudeMetres: altitude === null ? null : find('GPSAltitudeRef')?.value === '1' ? -altitude : altitude, accuracyMetres: rational(find('GPSHPositioningError')?.value ?? ''), block: 'xmp', place: latitudeField.place };
}

/** Degrees of an XMP coordinate; NaN for what is none. */
function coordinate(value: string, sides: RegExp): number {
  const [, whole = '', minutes = '', seconds = '0', side = ''] = /^(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW])$/.exec(value.trim()) ?? [];
  if (!sides.test(side) || Number(minutes) >= 60 || Number(seconds) >= 60) return Number.NaN;
  return Number(((side === 'S' || side === 'W' ? -1 : 1) * (Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600)).toFixed(7));
}

/** `12345/100`, or a plain number; null for what is none, or less than nothing. */
function rational(value: string): number | null {
  const [, above = '', below = '1'] = /^(\d{1,12}(?:\.\d{1,12})?)(?:\/(\d{1,12}))?$/.exec(value.trim()) ?? [];
  const number = above === '' ? Number.NaN : Number(above) / Number(below);
  return Number.isFinite(number) ? number : null;
}

function degrees(field: TiffField, reference: TiffField | undefined): number {
  const [whole = Number.NaN, minutes = 0, seconds = 0] = numbersOf(field);
  const sign = /^[SW]/i.test(reference ? textOf(reference) : '') ? -1 : 1;
  // Seven places are a centimetre.
  return Number((sign * (whole + minutes / 60 + seconds / 3600)).toFixed(7));
}

function first(field: TiffField | undefined): number | null {
  const [value] = field ? numbersOf(field) : [];
  return value !== undefined && Number.isFinite(value) ? value : null;
}
