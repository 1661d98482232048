import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFObject } from '../pdf-library';
import { bytesOf } from '../stream-bytes';
import { fault, type Fault } from './fault';

const name = (key: string) => PDFName.of(key);
const deepest = 8;
const mostColourants = 32;
const withoutDevice = new Set(['DeviceGray', 'DeviceRGB', 'Pattern', 'G', 'RGB', 'CalGray', 'CalRGB', 'Lab']);
const processColourants = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'None']);
const colourant = (object: PDFObject | undefined): string => (object instanceof PDFName ? object.decodeText() : '');

/** What is wrong with a colour space (ISO 19005-2, 6.2.4), where the document's own intent is sRGB: grey and RGB are covered by it, the inks of a press are not, unless the page says what they look like (`resources`: DefaultCMYK). */
export function colourFaults(space: PDFObject | undefined, resources: PDFDict | undefined, depth = 0): Fault[] {
  if (depth > deepest) return [fault('6.2.4', 'colours')];
  if (space instanceof PDFName) return nameFaults(space.decodeText(), resources, depth);
  if (!(space instanceof PDFArray) || space.size() === 0) return [fault('6.2.4', 'colours')];
  const kind = space.lookup(0);
  switch (kind instanceof PDFName ? kind.decodeText() : '') {
    case 'DeviceGray': case 'DeviceRGB': case 'CalGray': case 'CalRGB': case 'Lab': return [];
    case 'DeviceCMYK': return nameFaults('DeviceCMYK', resources, depth);
    case 'ICCBased': return profileFaults(space.lookup(1));
    case 'Pattern': return space.size() > 1 ? colourFaults(space.lookup(1), resources, depth + 1) : [];
    case 'Indexed': case 'I': return colourFaults(space.lookup(1), resources, depth + 1);
    case 'Separation': return colourFaults(space.lookup(2), resources, depth + 1);
    case 'DeviceN': return [...inkFaults(space), ...colourFaults(space.lookup(2), resources, depth + 1)];
    default: return [fault('6.2.4', 'colours')];
  }
}

function nameFaults(said: string, resources: PDFDict | undefined, depth: number): Fault[] {
  if (withoutDevice.has(said)) return [];
  const spaces = resources?.lookup(name('ColorSpace'));
  const own = spaces instanceof PDFDict ? spaces.lookup(name(said === 'CMYK' || said === 'DeviceCMYK' ? 'DefaultCMYK' : said)) : undefined;
  if (said === 'CMYK' || said === 'DeviceCMYK') return own === undefined || own === name('DeviceCMYK') ? [fault('6.2.4.3', 'colours')] : colourFaults(own, undefined, depth + 1);
  return own === undefined ? [fault('6.2.2', 'drawing')] : colourFaults(own, resources, depth + 1);
}

/** ISO 19005-2, 6.2.4.2: a profile of ICC.1 before version 5, of a kind that a colour space may have, with as many channels as are said. */
function profileFaults(stream: PDFObject | undefined): Fault[] {
  const wrong = [fault('6.2.4.2', 'colours')];
  const bytes = stream instanceof PDFStream ? bytesOf(stream) : null;
  if (!(stream instanceof PDFStream) || bytes === null || bytes.length < 128) return wrong;
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  const channels = ({ 'RGB ': 3, 'GRAY': 1, 'CMYK': 4, 'Lab ': 3 } as Record<string, number>)[text(16)];
  const said = stream.dict.lookup(name('N'));
  const isSound = text(36) === 'acsp' && (bytes[8] ?? 9) < 5 && ['prtr', 'mntr', 'scnr', 'spac'].includes(text(12)) && channels !== undefined && said instanceof PDFNumber && said.asNumber() === channels;
  return isSound ? [] : wrong;
}

/** Every ink that is not one of a press's four is described (6.2.4.4). */
function inkFaults(space: PDFArray): Fault[] {
  const names = space.lookup(1);
  if (!(names instanceof PDFArray)) return [fault('6.2.4.4', 'colours')];
  if (names.size() > mostColourants) return [fault('6.1.13', 'limits')];
  const attributes = space.size() > 4 ? space.lookup(4) : undefined;
  const described = attributes instanceof PDFDict ? attributes.lookup(name('Colorants')) : undefined;
  const inks = Array.from({ length: names.size() }, (_, index) => colourant(names.lookup(index))).filter((ink) => !processColourants.has(ink));
  return inks.every((ink) => described instanceof PDFDict && described.has(name(ink))) ? [] : [fault('6.2.4.4', 'colours')];
}
