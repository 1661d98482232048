/** What an embedded font program says of its glyphs, by their index in it. */
export interface FontProgram {
  readonly glyphCount: number;
  /** In thousandths of the size; null where the program does not say. */
  widthOf(glyph: number): number | null;
  /** null: there is none of that name, or glyphs have no names here. */
  named(name: string): number | null;
  /** Of its own encoding; null where it has none for that code. */
  coded(code: number): string | null;
  /** null: glyphs are known by their index. */
  readonly byCid: ((cid: number) => number | null) | null;
  readonly cmaps: readonly Cmap[];
}

/** One table of a TrueType file that leads from characters to glyphs. */
export interface Cmap { readonly platform: number; readonly encoding: number; glyphOf(code: number): number }
