import { blocksOf, flowsOf, laidOutRoom, type LaidBlock, type LaidOut, type LaidPiece } from '../model/laid-out';

/** About how much room it takes on pages, as a number of characters. */
export function laidOutLength(laidOut: LaidOut): number {
  let sum = laidOut.changes.length * laidOutRoom.block;
  for (const blocks of flowsOf(laidOut)) for (const block of blocksOf(blocks)) sum += lengthOf(block);
  return sum;
}

function lengthOf(block: LaidBlock): number {
  switch (block.is) {
    case 'table': return 0;
    case 'new-page': return laidOutRoom.newPage;
    case 'rule': return laidOutRoom.block;
    case 'paragraph': return laidOutRoom.block + ofPieces(block.pieces);
    case 'sheet': return laidOutRoom.block + block.formulas.reduce((all, { formula }) => all + laidOutRoom.block + formula.length, 0) + block.rows.reduce((all, { cells }) => all + laidOutRoom.row + cells.reduce((row, { pieces }) => row + laidOutRoom.cell + ofPieces(pieces), 0), 0);
  }
}

function ofPieces(pieces: readonly LaidPiece[]): number {
  return pieces.reduce((all, piece) => all + (piece.is === 'words' ? piece.words.length : piece.is === 'picture' ? laidOutRoom.picture : 20), 0);
}
