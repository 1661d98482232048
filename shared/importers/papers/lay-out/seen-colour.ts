/** The least contrast at which words still count as seen. A person cannot read 1.2:1; WCAG 2 asks for 4.5:1. */
const leastSeen = 1.2;

/** Whether words of this colour cannot be seen on this ground. Both `rrggbb`; what is no colour counts as seen. */
export function isUnseen(colour: string, ground: string): boolean {
  const [one, other] = [luminance(colour), luminance(ground)];
  if (one === null || other === null) return false;
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < leastSeen;
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number | null {
  const found = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (found === null) return null;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
