/** Chromium clamps an element's height near 2^25 px; the track stays well under it. */
export const longestTrackPx = 16_000_000;

/**
 * Where things lie in a list too tall and too unevenly tall for the browser: half a million messages whose heights are
 * only known once drawn. Rows are held in blocks; a block has an estimated height until it is measured.
 *
 * Two positions are kept apart. `offsetPx` is the truth: how many pixels of the list lie above the viewport. `trackPx` is
 * the scroll bar's place on its (possibly shorter) track. Small movements count one to one; a long jump of the bar is read
 * as a proportion; when movement rests, `restPx` gives the place the bar should be set to. Because blocks are drawn
 * relative to both (`topPx`), measuring a block above the viewport never moves what is being read.
 */
export class TallScroll {
  readonly #heights: Float64Array;
  readonly #measured: Uint8Array;
  /** Tops of blocks below this index are known; later ones are summed again when asked for. */
  readonly #tops: Float64Array;
  #topsKnownTo = 0;
  #offsetPx = 0;
  #trackPx = 0;
  #viewportPx = 600;
  /** The bar was drawn to its very end: the end stays in sight while the last blocks are measured. */
  #isHeldAtEnd = false;

  constructor(readonly rowCount: number, readonly rowsPerBlock: number, estimatedRowPx: number) {
    const blocks = Math.ceil(rowCount / rowsPerBlock);
    this.#heights = new Float64Array(blocks).fill(rowsPerBlock * estimatedRowPx);
    if (blocks > 0) this.#heights[blocks - 1] = (rowCount - (blocks - 1) * rowsPerBlock) * estimatedRowPx;
    this.#measured = new Uint8Array(blocks);
    this.#tops = new Float64Array(blocks + 1);
  }

  get blockCount(): number { return this.#heights.length; }
  get totalPx(): number { return this.#top(this.blockCount); }
  /** Height of the element that gives the scroll bar its track. */
  get trackLengthPx(): number { return Math.max(this.#viewportPx, Math.min(this.totalPx, longestTrackPx)); }
  get offsetPx(): number { return this.#offsetPx; }

  setViewport(heightPx: number): void {
    this.#viewportPx = Math.max(1, heightPx);
  }

  isMeasured(block: number): boolean { return this.#measured[block] === 1; }
  heightPx(block: number): number { return this.#heights[block] ?? 0; }

  /** Where to draw a block, in pixels from the top of the track. */
  topPx(block: number): number {
    return this.#trackPx + this.#top(block) - this.#offsetPx;
  }

  /** Takes a scroll event: the bar now stands at `trackPx`. */
  scrolledTo(trackPx: number): void {
    const moved = trackPx - this.#trackPx;
    this.#trackPx = trackPx;
    const slackPx = this.totalPx - this.#viewportPx;
    const trackSlackPx = this.trackLengthPx - this.#viewportPx;
    const jumped = Math.abs(moved) > 2 * this.#viewportPx && trackSlackPx > 0;
    this.#isHeldAtEnd = (jumped || this.#isHeldAtEnd) && trackPx >= trackSlackPx - 1;
    this.#offsetPx = clamp(jumped ? (trackPx / trackSlackPx) * slackPx : this.#offsetPx + moved, 0, slackPx);
  }

  /** True when the bar has come to an end of its track but the list has not, or the reverse: set it to `restPx` at once. */
  get isBarStuck(): boolean {
    const trackSlackPx = this.trackLengthPx - this.#viewportPx;
    const slackPx = this.totalPx - this.#viewportPx;
    return (this.#trackPx <= 0 && this.#offsetPx > 0) || (this.#trackPx >= trackSlackPx - 1 && this.#offsetPx < slackPx - 1);
  }

  /** The place the bar should be set to now. Setting it there moves nothing that is drawn; `barSetTo` then says it was. */
  restPx(): number {
    const slackPx = this.totalPx - this.#viewportPx;
    if (slackPx <= 0) return 0;
    return Math.round((this.#offsetPx / slackPx) * (this.trackLengthPx - this.#viewportPx));
  }

  barSetTo(trackPx: number): void { this.#trackPx = trackPx; }

  /** Takes a block's real height. Returns whether anything changed. */
  measure(block: number, heightPx: number): boolean {
    const before = this.#heights[block];
    if (before === undefined || heightPx <= 0) return false;
    this.#measured[block] = 1;
    if (Math.abs(before - heightPx) < 0.5) return false;
    const endedAbove = this.#top(block) + before <= this.#offsetPx + 1;
    this.#heights[block] = heightPx;
    this.#topsKnownTo = Math.min(this.#topsKnownTo, block);
    if (endedAbove) this.#offsetPx += heightPx - before;
    this.#offsetPx = clamp(this.#isHeldAtEnd ? Infinity : this.#offsetPx, 0, this.totalPx - this.#viewportPx);
    return true;
  }

  /** Moves so that a row's block starts at the top; `withinPx` is the row's own offset in it, where that is known. */
  moveToRow(row: number, withinPx?: number): void {
    const block = clamp(Math.floor(row / this.rowsPerBlock), 0, this.blockCount - 1);
    const share = (row - block * this.rowsPerBlock) / this.rowsPerBlock;
    this.moveToOffset(this.#top(block) + (withinPx ?? share * this.heightPx(block)));
  }

  moveToOffset(offsetPx: number): void {
    this.#isHeldAtEnd = false;
    this.#offsetPx = clamp(offsetPx, 0, this.totalPx - this.#viewportPx);
  }

  /** Blocks [first, last] that touch the viewport widened by `marginPx` on both sides; last < first when empty. */
  visibleBlocks(marginPx: number): { first: number; last: number } {
    if (this.blockCount === 0) return { first: 0, last: -1 };
    return { first: this.#blockAt(this.#offsetPx - marginPx), last: this.#blockAt(this.#offsetPx + this.#viewportPx + marginPx) };
  }

  /** Top of a block in the whole list, in pixels. */
  blockStartPx(block: number): number { return this.#top(block); }

  #top(block: number): number {
    for (let i = this.#topsKnownTo; i < block; i += 1) this.#tops[i + 1] = (this.#tops[i] ?? 0) + (this.#heights[i] ?? 0);
    this.#topsKnownTo = Math.max(this.#topsKnownTo, block);
    return this.#tops[block] ?? 0;
  }

  #blockAt(offsetPx: number): number {
    this.#top(this.blockCount);
    let low = 0;
    let high = this.blockCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) <= offsetPx) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
