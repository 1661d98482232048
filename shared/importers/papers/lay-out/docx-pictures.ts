import type { LaidPiece } from '../../../model/laid-out';
import { asClaim } from '../paper-found';
import { childOf, within, type XmlElement } from '../xml-trees';
import type { LaidOutBuilder } from './laid-out-builder';

/** Where a relation of a part leads (ECMA-376 part 2): `target` within the package, or elsewhere. */
export interface Relation { readonly target: string; readonly isElsewhere: boolean; readonly type: string }

type Pictured = Extract<LaidPiece, { is: 'picture' | 'no-picture' }>;

const emuInMm = 36_000;
const blips = new Set(['a:blip', 'v:imagedata']);
const isBoxed = new Set(['wps:txbx', 'w:txbxContent']);

/** The pictures of a drawing (`w:drawing`, `w:pict`, `w:object`), each by its number; what cannot be drawn here is named. A box of words without a picture gives none. */
export function docxPictures(drawing: XmlElement, relations: ReadonlyMap<string, Relation>, builder: LaidOutBuilder, change: number | null): Pictured[] {
  const found = within(drawing, new Set([...blips, ...isBoxed])).filter(({ name }) => blips.has(name));
  const [extent] = within(drawing, new Set(['wp:extent']));
  const [named] = within(drawing, new Set(['wp:docPr']));
  const description = asClaim(named?.attributes['descr'] ?? named?.attributes['title'] ?? '', 1000);
  const common = { change, hidden: named !== undefined && /^(?:1|true|on)$/.test(named.attributes['hidden'] ?? '') ? ('marked-hidden' as const) : null };
  if (found.length === 0) {
    const isDrawn = within(drawing, isBoxed).length === 0 && within(drawing, new Set(['c:chart', 'dgm:relIds', 'o:OLEObject', 'cx:chart', 'w14:contentPart'])).length > 0;
    return isDrawn ? [{ is: 'no-picture', why: 'kind', address: '', description, ...common }] : [];
  }
  // Several in one drawing share its room; how each stands in it is not looked at.
  const size = found.length === 1 ? extent : undefined;
  const fills = within(drawing, new Set(['pic:blipFill']));
  return found.map((blip, index): Pictured => {
    const relation = relations.get(blip.attributes['r:embed'] ?? blip.attributes['r:id'] ?? blip.attributes['r:link'] ?? '') ?? relations.get(blip.attributes['r:link'] ?? '');
    if (relation === undefined) return { is: 'no-picture', why: 'absent', address: '', description, ...common };
    if (relation.isElsewhere) return { is: 'no-picture', why: 'remote', address: relation.target.slice(0, 4000), description, ...common };
    if (!builder.hasRoomFor('picture')) return { is: 'no-picture', why: 'too-many', address: '', description, ...common };
    const picture = builder.picture(relation.target);
    if (picture === null) return { is: 'no-picture', why: 'too-many', address: '', description, ...common };
    return { is: 'picture', picture, description, widthMm: inMm(size?.attributes['cx']), heightMm: inMm(size?.attributes['cy']), cut: cutOf(found.length === fills.length ? fills[index] : undefined), ...common };
  });
}

function inMm(emu: string | undefined): number | null {
  const mm = emu !== undefined && /^\d{1,12}$/.test(emu) ? Number(emu) / emuInMm : 0;
  return mm > 0 && mm <= 5000 ? mm : null;
}

/** What the drawing cuts off its picture, in thousandths of a percent; a negative cut is a margin. */
function cutOf(fill: XmlElement | undefined): Extract<LaidPiece, { is: 'picture' }>['cut'] {
  const rect = childOf(fill, 'a:srcRect')?.attributes;
  if (rect === undefined) return null;
  const share = (side: string): number => { const written = rect[side] ?? ''; return /^\d{1,7}%?$/.test(written) ? Math.min(1, Number(written.replace('%', '')) / (written.endsWith('%') ? 100 : 100_000)) : 0; };
  const cut = { left: share('l'), top: share('t'), right: share('r'), bottom: share('b') };
  return cut.left + cut.top + cut.right + cut.bottom === 0 ? null : cut;
}
