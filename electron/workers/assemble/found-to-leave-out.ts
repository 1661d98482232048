import { nothingLeftOut, type LeftOut } from '../../../shared/assemble-protocol';
import { PDFDict, PDFHexString, PDFName, PDFObject, PDFString } from './pdf-library';

const name = (key: string) => PDFName.of(key);
const mostNames = 20;
const mostLetters = 300;
const opening = new Set(['Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE'].map(name));
const mediaActions = new Set(['Rendition', 'Movie', 'Sound', 'RichMediaExecute', 'GoTo3DView'].map(name));
const mediaMarks = new Set(['Movie', 'Sound', 'Screen', 'RichMedia', '3D'].map(name));

/** What is met of it while a document is gone through to take it out. */
export class FoundToLeaveOut {
  #kinds = { scripts: false, opens: false, media: false, xmlForm: false };
  /** By what holds the file: the same one may be named in two places. */
  readonly #attached = new Map<PDFObject, string>();

  look(dict: PDFDict): void {
    const kind = dict.lookup(name('S'));
    if (dict.has(name('JS')) || kind === name('JavaScript')) this.#kinds.scripts = true;
    if (kind instanceof PDFName && opening.has(kind) && (dict.has(name('F')) || dict.has(name('T')) || dict.has(name('Win')))) this.#kinds.opens = true;
    const mark = dict.lookup(name('Subtype'));
    if ((kind instanceof PDFName && mediaActions.has(kind)) || (mark instanceof PDFName && mediaMarks.has(mark) && dict.has(name('Rect')))) this.#kinds.media = true;
    if (dict.has(name('XFA'))) this.#kinds.xmlForm = true;
    const held = dict.lookup(name('EF'));
    if (held instanceof PDFDict) this.#attached.set(held.get(name('F')) ?? held.get(name('UF')) ?? held, nameIn(dict));
  }

  get all(): LeftOut {
    const names = [...new Set([...this.#attached.values()].filter((one) => one !== ''))];
    return { ...nothingLeftOut, ...this.#kinds, attachedCount: this.#attached.size, attached: names.slice(0, mostNames) };
  }
}

function nameIn(file: PDFDict): string {
  const said = file.lookup(name('UF')) ?? file.lookup(name('F'));
  if (!(said instanceof PDFString) && !(said instanceof PDFHexString)) return '';
  try {
    return said.decodeText().toWellFormed().slice(0, mostLetters);
  } catch {
    return '';
  }
}
