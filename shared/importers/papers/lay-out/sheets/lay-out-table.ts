import { nothingHeld, type LaidOut, type LaidTold } from '../../../../model/laid-out';
import { readRows, type Separator } from '../../../table/rows';
import { shapeOf } from '../../../table/shape';
import { LaidOutBuilder } from '../laid-out-builder';
import { SheetReading } from './sheet-reading';

const headBytes = 256 * 1024;
const parted: Readonly<Record<Separator, LaidTold>> = { ',': 'apart-by-comma', ';': 'apart-by-semicolon', '\t': 'apart-by-tab', '|': 'apart-by-bar' };
/** An amount, with its sign or currency before or behind it. */
const figure = /^[-+(]?\s*(?:[£$€]|[A-Z]{3}\s)?\s*[-+]?\d[\d,. ']*\s*(?:%|[A-Z]{2,3}|[£$€])?\)?$/;

/** A table kept as text (CSV, RFC 4180, or with other separators), in the encoding and with the separators that its bytes show; null where its rows have no number of cells in common. What stands in a cell stands here as it is: nothing is worked out. */
export async function layOutTable(bytes: Uint8Array): Promise<LaidOut | null> {
  const shape = shapeOf(bytes.subarray(0, headBytes));
  if (shape === null) return null;
  const builder = new LaidOutBuilder();
  builder.told.add(parted[shape.separator]);
  const sheet = new SheetReading(builder, '', false);
  let row = 0;
  for await (const rows of readRows(once(bytes), shape)) {
    for (const { cells } of rows) {
      row += 1;
      for (const [index, cell] of cells.entries()) {
        const words = cell.replace(/\r\n?/g, '\n').replace(/\n$/, '');
        sheet.add(row, false, index + 1, { words, isText: !figure.test(words.trim()), looks: [], hidden: null, comment: null });
      }
    }
    if (builder.isCut) break;
  }
  return builder.result({ body: [sheet.result()], edges: [], notes: [], comments: [], holds: nothingHeld });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
