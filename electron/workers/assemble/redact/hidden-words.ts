import type { WordsToTakeOut } from '../../../../shared/model/redaction';
import { finderOf, type WordFinder } from '../../../../shared/redaction/find-words';
import { holdsWords, redactWords } from '../../../../shared/redaction/redact-words';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFObject, PDFPage, PDFRawStream, PDFRef, PDFString } from '../pdf-library';
import { readableBytesOf } from '../stream-bytes';
import { stringsWritten } from './strings-written';

const name = (key: string) => PDFName.of(key);
/** In compressed pictures and faces every short word stands somewhere by chance. */
const fewestInBytes = 5;

/**
 * Looks for words where no page shows them: in the strings a page is drawn with (outside its edges, in layers that are off, as replacement text), in the names and notes of what belongs to it, in the bytes of pictures and faces.
 */
export class HiddenWords {
  readonly #find: WordFinder;
  readonly #inBytes: readonly string[];

  constructor(words: readonly WordsToTakeOut[]) {
    // Strings of a page stand without the blanks between them: nothing there is a word of its own.
    this.#find = finderOf(words.map((one) => ({ ...one, isWholeWord: one.isWholeWord && one.words.length < fewestInBytes })));
    this.#inBytes = words.flatMap(({ words: text }) => (text.length < fewestInBytes ? [] : [latin(Buffer.from(text, 'utf8')), latin(Buffer.from(text, 'utf16le')), latin(Buffer.from(text, 'utf16le').swap16())])).map((text) => text.toLowerCase());
  }

  /** Everything that belongs to a page, not the pages it leads to. */
  isOnPage(page: PDFPage): boolean {
    const { context } = page.doc;
    const seen = new Set<PDFObject>();
    const stack: PDFObject[] = page.node.entries().filter(([key]) => key !== name('Parent')).map(([, value]) => value);
    const inherited = page.node.Resources();
    if (inherited !== undefined) stack.push(inherited);
    for (let held = stack.pop(); held !== undefined; held = stack.pop()) {
      const object = held instanceof PDFRef ? context.lookup(held) : held;
      if (object === undefined || seen.has(object)) continue;
      seen.add(object);
      if (object instanceof PDFName ? this.#isIn(object.decodeText()) : isString(object) && this.#isIn(object.decodeText())) return true;
      if (object instanceof PDFArray) stack.push(...object.asArray());
      if (object instanceof PDFDict && object.get(name('Type')) !== name('Page')) for (const [key, value] of object.entries()) stack.push(key, value);
      if (object instanceof PDFRawStream) {
        for (const [key, value] of object.dict.entries()) stack.push(key, value);
        if (this.#isInStream(object)) return true;
      }
    }
    return false;
  }

  /** Takes the words out of every string of the document that is written outright; says whether there was one. */
  takeOutOfStrings(document: PDFDocument): boolean {
    let wasThere = false;
    const cleaned = (object: PDFObject): PDFObject | null => {
      if (!isString(object)) return null;
      const text = object.decodeText();
      const left = redactWords(text, this.#find);
      if (left === text) return null;
      wasThere = true;
      return PDFHexString.fromText(left);
    };
    const seen = new Set<PDFObject>();
    const stack: PDFObject[] = document.context.enumerateIndirectObjects().map(([ref, object]) => {
      const instead = cleaned(object);
      if (instead !== null) document.context.assign(ref, instead);
      return object;
    });
    for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
      if (seen.has(object)) continue;
      seen.add(object);
      const dict = object instanceof PDFRawStream ? object.dict : object;
      if (dict instanceof PDFDict) {
        for (const [key, value] of dict.entries()) {
          const instead = cleaned(value);
          if (instead !== null) dict.set(key, instead);
          else stack.push(value);
        }
      } else if (dict instanceof PDFArray) {
        dict.asArray().forEach((value, index) => {
          const instead = cleaned(value);
          if (instead !== null) dict.set(index, instead);
          else stack.push(value);
        });
      }
    }
    return wasThere;
  }

  #isIn(text: string): boolean {
    return holdsWords(text, this.#find);
  }

  #isInStream(stream: PDFRawStream): boolean {
    const raw = latin(stream.contents).toLowerCase();
    if (this.#inBytes.some((bytes) => raw.includes(bytes))) return true;
    const bytes = readableBytesOf(stream);
    if (bytes === null) return false;
    const plain = latin(bytes).toLowerCase();
    if (this.#inBytes.some((wanted) => plain.includes(wanted))) return true;
    return isDrawing(stream) && stringsWritten(bytes).some((text) => this.#isIn(text));
  }
}

/** What draws: a page's contents and forms. Pictures, faces and tables of colours say what they are. */
function isDrawing(stream: PDFRawStream): boolean {
  const kind = stream.dict.lookup(name('Subtype'));
  return kind !== name('Image') && !stream.dict.has(name('Length1')) && !stream.dict.has(name('N'));
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

function isString(object: PDFObject): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString;
}
