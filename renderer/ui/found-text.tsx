export { closestMarks, findMarks } from '../../shared/search/find-marks';

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
