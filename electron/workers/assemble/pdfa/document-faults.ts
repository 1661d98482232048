import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFObject, PDFStream, PDFString } from '../pdf-library';
import { bytesOf, filtersOf } from '../stream-bytes';
import { fault, type Fault } from './fault';
import { knownFilters, mostInteger, mostNameBytes, mostStringBytes } from './limits';
import { asDict, eachOnce, pageFaults } from './page-faults';

const name = (key: string) => PDFName.of(key);
/** Limits of 6.1.13 that what pages are drawn with is not held to. */
const [mostReal, mostObjects] = [3.403e38, 8_388_607];
const forbiddenOfCatalog = ['AA', 'Requirements', 'Perms', 'NeedsRendering', 'AcroForm'];
const forbiddenActions = new Set(['Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'Hide', 'SetOCGState', 'Rendition', 'Trans', 'GoTo3DView', 'JavaScript', 'SubmitForm', 'GoToE'].map(name));
const forbiddenNames = ['JavaScript', 'EmbeddedFiles', 'AlternatePresentations'];

/**
 * What in a document, about to be saved, is against PDF/A-2b (ISO 19005-2:2011), as far as it can be told from its objects: how they are written is the writer's. Not looked into: the pixels of pictures. Its metadata is not asked for, as that may not say yet what it is.
 */
export function documentFaults(document: PDFDocument): Fault[] {
  return eachOnce([...catalogFaults(document), ...objectFaults(document), ...separationFaults(document), ...pageFaults(document, true).flat()]);
}

function catalogFaults({ catalog, context }: PDFDocument): Fault[] {
  const found: Fault[] = [];
  const whole = (clause: string): void => { found.push(fault(clause, 'whole')); };
  if (context.trailerInfo.Encrypt !== undefined || !(context.lookup(context.trailerInfo.ID) instanceof PDFArray)) whole('6.1.3');
  const intents = catalog.lookup(name('OutputIntents'));
  const intent = intents instanceof PDFArray && intents.size() === 1 ? asDict(intents.lookup(0)) : null;
  if (intent === null || intent.get(name('S')) !== name('GTS_PDFA1') || !(intent.lookup(name('DestOutputProfile')) instanceof PDFStream)) whole('6.2.3');
  for (const key of forbiddenOfCatalog) if (catalog.has(name(key))) whole(key === 'AcroForm' ? '6.4.1' : key === 'AA' ? '6.5.2' : '6.1.12');
  const names = asDict(catalog.lookup(name('Names')));
  for (const key of forbiddenNames) if (names?.has(name(key)) === true) whole('6.8');
  const opens = catalog.lookup(name('OpenAction'));
  if (opens instanceof PDFDict) whole('6.5.1');
  const layers = asDict(catalog.lookup(name('OCProperties')));
  if (layers !== null && !areLayersSound(layers)) whole('6.9');
  return found;
}

/** One way to see them, which has a name, lists all of them and changes nothing by itself. */
function areLayersSound(properties: PDFDict): boolean {
  const standard = asDict(properties.lookup(name('D')));
  const groups = properties.lookup(name('OCGs'));
  const order = standard?.lookup(name('Order'));
  const said = standard?.lookup(name('Name'));
  if (standard === null || properties.has(name('Configs')) || standard.has(name('AS')) || !(groups instanceof PDFArray)) return false;
  const listed = new Set(order instanceof PDFArray ? order.asArray() : []);
  return (said instanceof PDFString || said instanceof PDFHexString) && groups.asArray().every((group) => listed.has(group) && asDict(properties.context.lookup(group))?.lookup(name('Name')) !== undefined);
}

function objectFaults({ context }: PDFDocument): Fault[] {
  const found: Fault[] = [];
  const all = context.enumerateIndirectObjects();
  if (all.length > mostObjects) found.push(fault('6.1.13', 'limits'));
  const look = (object: PDFObject): void => {
    if (object instanceof PDFStream) {
      found.push(...streamFaults(object));
      look(object.dict);
    } else if (object instanceof PDFDict) {
      found.push(...dictFaults(object));
      for (const [key, held] of object.entries()) {
        look(key);
        look(held);
      }
    } else if (object instanceof PDFArray) for (const held of object.asArray()) look(held);
    else {
      if (isTooLarge(object)) found.push(fault('6.1.13', 'limits'));
      if (object instanceof PDFHexString && !/^(?:[0-9a-fA-F]{2})*$/.test(object.asString())) found.push(fault('6.1.6', 'limits'));
    }
  };
  for (const [, object] of all) look(object);
  return found;
}

function streamFaults({ dict }: PDFStream): Fault[] {
  const found: Fault[] = [];
  if (['F', 'FFilter', 'FDecodeParms'].some((key) => dict.has(name(key)))) found.push(fault('6.1.7.1', 'whole'));
  if (filtersOf(dict).some((filter) => !knownFilters.has(filter))) found.push(fault('6.1.7.2', 'whole'));
  return found;
}

function dictFaults(dict: PDFDict): Fault[] {
  const found: Fault[] = [];
  const kind = asDict(dict.lookup(name('A')))?.get(name('S'));
  if (kind instanceof PDFName && forbiddenActions.has(kind)) found.push(fault('6.5.1', 'whole'));
  if (dict.has(name('EF'))) found.push(fault('6.8', 'whole'));
  return found;
}

function isTooLarge(object: PDFObject): boolean {
  if (object instanceof PDFName) return isLongName(object);
  if (object instanceof PDFString || object instanceof PDFHexString) return object.asBytes().length > mostStringBytes;
  if (!(object instanceof PDFNumber)) return false;
  const value = object.asNumber();
  return Math.abs(value) > (Number.isInteger(value) ? mostInteger : mostReal);
}

/** As written it begins with a stroke and may hold bytes as three signs each: only what is long in that way is read. */
function isLongName(given: PDFName): boolean {
  return given.asString().length - 1 > mostNameBytes && Buffer.byteLength(given.decodeText(), 'latin1') > mostNameBytes;
}

/** An ink of one name is the same ink everywhere in the document (6.2.4.4), whoever's files they were. */
function separationFaults({ context }: PDFDocument): Fault[] {
  const seen = new Map<string, string>();
  const written = new WeakMap<PDFObject, string>();
  const write = (object: PDFObject | undefined, depth: number): string => {
    const value = context.lookup(object) ?? object;
    if (value === undefined || depth > 6) return '';
    const known = written.get(value);
    if (known !== undefined) return known;
    const said = value instanceof PDFStream ? `${write(value.dict, depth + 1)}${Buffer.from(bytesOf(value) ?? value.getContents()).toString('latin1')}`
      : value instanceof PDFArray ? `[${value.asArray().map((held) => write(held, depth + 1)).join(' ')}]`
      : value instanceof PDFDict ? `<<${value.entries().filter(([key]) => !['Length', 'Filter', 'DecodeParms'].includes(key.decodeText())).map(([key, held]) => `${key.asString()} ${write(held, depth + 1)}`).sort().join(' ')}>>` : value.toString();
    if (!(value instanceof PDFName)) written.set(value, said);
    return said;
  };
  const look = (object: PDFObject, depth: number): boolean => {
    if (depth > 8) return true;
    if (object instanceof PDFArray) {
      const ink = object.size() >= 4 && object.get(0) === name('Separation') ? object.lookup(1) : undefined;
      if (ink instanceof PDFName) {
        const same = write(object, 0);
        if ((seen.get(ink.asString()) ?? same) !== same) return false;
        seen.set(ink.asString(), same);
      }
      return object.asArray().every((held) => look(held, depth + 1));
    }
    const dict = object instanceof PDFStream ? object.dict : asDict(object);
    return dict === null || dict.values().every((held) => look(held, depth + 1));
  };
  return context.enumerateIndirectObjects().every(([, object]) => look(object, 0)) ? [] : [fault('6.2.4.4', 'colours')];
}

