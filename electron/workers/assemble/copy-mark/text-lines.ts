import type { OpenedFile } from '../pdfium';

/** A line of text of a page: where its letters stand, in points; `fromTop` as it is seen, `y` in the page's own space. */
export interface TextLine { readonly fromTop: number; readonly y: number }

/** Letters that stand nearer than this are one line: another face beside the first stands a little higher or lower. */
const sameLinePt = 1.6;
const finest = 100;
/** What stands lower is ours: the page's number, the copy's. */
const footPt = 60;

/** The baselines of a loaded page's text, from its top. Only of pages that stand as they are seen; none of one that is turned. */
export function textLines(file: OpenedFile, page: number): TextLine[] {
  const { module: m } = file;
  const loaded = m.FPDFText_LoadPage(page);
  if (!loaded) return [];
  try {
    const letters = new Map<number, number>();
    file.withMemory(32, (pointer) => {
      const count = m.FPDFText_CountChars(loaded);
      for (let index = 0; index < count; index++) {
        if (m.FPDFText_IsGenerated(loaded, index) === 1 || m.FPDFText_GetUnicode(loaded, index) <= 32 || Math.abs(m.FPDFText_GetCharAngle(loaded, index)) > 0.01) continue;
        if (!m.FPDFText_GetCharOrigin(loaded, index, pointer, pointer + 8)) continue;
        const y = Math.round(new DataView(file.memory().buffer, pointer + 8, 8).getFloat64(0, true) * finest) / finest;
        letters.set(y, (letters.get(y) ?? 0) + 1);
      }
    });
    const height = m.FPDF_GetPageHeightF(page);
    return joined([...letters].filter(([y]) => y > footPt).sort(([a], [b]) => b - a)).map((y) => ({ fromTop: Math.round((height - y) * finest) / finest, y }));
  } finally {
    m.FPDFText_ClosePage(loaded);
  }
}

/** From the top: of heights that stand near each other, the one with most letters. */
function joined(heights: readonly (readonly [number, number])[]): number[] {
  const lines: { y: number; letters: number; last: number }[] = [];
  for (const [y, letters] of heights) {
    const line = lines.at(-1);
    if (line === undefined || line.last - y > sameLinePt) lines.push({ y, letters, last: y });
    else {
      if (letters > line.letters) Object.assign(line, { y, letters });
      line.last = y;
    }
  }
  return lines.map(({ y }) => y);
}
