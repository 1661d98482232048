/** Plain text with found ranges marked. `marks` are [start, end) in UTF-16 units, in order and apart. */
export function FoundText({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end > text.length) continue;
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}

/** Ranges of a text where any of the words begins a word, whatever the case; the words as a search field holds them. */
export function findMarks(text: string, query: string): [number, number][] {
  const words = query.split(/\s+/).map((word) => word.replace(/^["'(]+|["'*)]+$/g, '')).filter((word) => word.length > 0);
  if (words.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}
