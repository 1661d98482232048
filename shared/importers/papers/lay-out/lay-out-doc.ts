import { laidOutRoom, nothingHeld, type LaidBlock, type LaidOut } from '../../../model/laid-out';
import { readWordBinary } from '../word-binary';
import { LaidOutBuilder, plainParagraph, plainWords } from './laid-out-builder';

const cellEnd = '\u0007';

/** An old Word file (97 to 2003) as it is laid out here: its words, paragraph by paragraph, in the order in which the file keeps them, and nothing else. `locked` where it is encrypted, null for what is none. */
export function layOutDoc(bytes: Uint8Array): LaidOut | 'locked' | null {
  const read = readWordBinary(bytes, laidOutRoom.whole, cellEnd);
  if (read === null || read === 'locked') return read;
  // Two ends beside one another are those of a cell and its row, or of an empty cell: each row, or part of one, is a line.
  const text = read.replaceAll(cellEnd + cellEnd, '\n').replaceAll(cellEnd, '\t');
  const builder = new LaidOutBuilder();
  builder.told.add('words-alone');
  const body: LaidBlock[] = [];
  for (const line of text.replace(/\n+$/, '').split('\n')) {
    if (!builder.hasRoomFor('block')) break;
    const words = builder.words(line);
    body.push(plainParagraph(words === '' ? [] : [plainWords(words)]));
  }
  return builder.result({ body, edges: [], notes: [], comments: [], holds: nothingHeld });
}
