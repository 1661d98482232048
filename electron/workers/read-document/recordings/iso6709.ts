import type { PositionClaim } from '../../../../shared/model/file-claims';

/** ISO 6709 as phones write it into films (`+51.5073-000.1277+012.500/`): degrees alone, or with minutes and seconds. Null for anything else. */
export function positionFromIso6709(text: string, place: PositionClaim['place']): PositionClaim | null {
  const match = /^([+-]\d{2,6}(?:\.\d{1,12})?)([+-]\d{3,7}(?:\.\d{1,12})?)([+-]\d{1,6}(?:\.\d{1,6})?)?(?:CRS[\w:]{0,20})?\/?$/.exec(text.trim());
  if (!match) return null;
  const latitude = degrees(match[1] ?? '', 2);
  const longitude = degrees(match[2] ?? '', 3);
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  return { latitude, longitude, altitudeMetres: match[3] === undefined ? null : Number(match[3]), accuracyMetres: null, block: 'container', place };
}

/** How many digits stand before the point says whether minutes and seconds are among them. */
function degrees(written: string, degreeDigits: number): number {
  const sign = written.startsWith('-') ? -1 : 1;
  const [whole = '', fraction = ''] = written.slice(1).split('.');
  const part = (from: number): number => Number(`${whole.slice(from, from + 2)}${whole.length <= from + 2 && fraction !== '' ? `.${fraction}` : ''}` || 0);
  const extra = whole.length - degreeDigits;
  if (extra !== 0 && extra !== 2 && extra !== 4) return Number.NaN;
  const value = extra === 0 ? Number(`${whole}.${fraction || 0}`) : Number(whole.slice(0, degreeDigits)) + part(degreeDigits) / 60 + (extra === 4 ? part(degreeDigits + 2) / 3600 : 0);
  return Number((sign * value).toFixed(7));
}
