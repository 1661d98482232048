import type { ClaimBlock, ClaimedTimeKind, FilePlace, TimeClaim } from '../../../shared/model/file-claims';

/** A time as a file writes it: EXIF `2019:03:12 21:05:33`, ISO 8601 with or without seconds and zone (XMP, Apple), IPTC `20190312` and `210533+0000`. */
const shapes = [
  /^(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})?$/,
  /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/,
];
const offsetShape = /^(Z|[+-]\d{2}:?\d{2})$/;

export interface WrittenTime {
  readonly says: ClaimedTimeKind;
  readonly block: ClaimBlock;
  readonly name: string;
  readonly asWritten: string;
  /** Written apart from the time (EXIF). */
  readonly offset?: string;
  readonly place: FilePlace | null;
}

/** The claim as it is kept. A time that is none in any calendar (a camera whose clock was never set writes `0000:00:00`) has no `clock`; null where nothing at all is written. */
export function claimOf({ says, block, name, asWritten, offset = '', place }: WrittenTime): TimeClaim | null {
  const written = asWritten.trim().slice(0, 100);
  if (/^[\s0:\-/.TZ]*$/.test(written)) return null;
  const match = shapes.map((shape) => shape.exec(written)).find((found) => found !== null);
  const own = match?.[7] ?? (offsetShape.test(offset.trim()) ? offset.trim() : '');
  const clock = match ? clockOf(match) : '';
  return { says, block, name: name.slice(0, 200), asWritten: `${written}${offset.trim() === '' ? '' : ` ${offset.trim()}`}`.slice(0, 100), clock, offset: clock === '' ? '' : tidyOffset(own), place };
}

function clockOf([, year = '', month = '', day = '', hour = '', minute = '', second]: RegExpExecArray): string {
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
  const isReal = Number(year) >= 1900 && time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60;
  return isReal ? `${year}-${month}-${day}T${hour}:${minute}${second === undefined ? '' : `:${second}`}` : '';
}

function tidyOffset(offset: string): string {
  if (offset === '' || offset === 'Z') return offset;
  const tidy = offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  return Number(tidy.slice(1, 3)) <= 14 && Number(tidy.slice(4)) < 60 ? tidy : '';
}
