/** Keys and kinds that a handed-over document may not hold: what acts, what is attached, forms of any kind. */
const keys = new Set(['/JS', '/JavaScript', '/AA', '/XFA', '/EF', '/EmbeddedFiles', '/AcroForm', '/RichMediaContent', '/PieceInfo', '/AF']);
const actions = new Set(['/Launch', '/JavaScript', '/SubmitForm', '/ImportData', '/ResetForm', '/GoToR', '/GoToE', '/URI', '/Rendition', '/Movie', '/Sound', '/Hide', '/SetOCGState', '/Trans', '/GoTo3DView', '/RichMediaExecute', '/Named', '/Thread']);
const marks = new Set(['/FileAttachment', '/Movie', '/Sound', '/Screen', '/RichMedia', '/3D', '/Widget', '/Redact']);

/** What of that there is in a document, as qpdf sees its objects. */
export function whatActs(json: unknown): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const dict = value as Record<string, unknown>;
    const kind = dict['/S'];
    for (const [key, held] of Object.entries(dict)) {
      if (keys.has(key)) found.add(key);
      walk(held);
    }
    if (typeof kind === 'string' && actions.has(kind) && (dict['/Type'] === '/Action' || '/URI' in dict || '/F' in dict || '/JS' in dict)) found.add(`action ${kind}`);
    const subtype = dict['/Subtype'];
    if (typeof subtype === 'string' && marks.has(subtype) && '/Rect' in dict) found.add(`annotation ${subtype}`);
  };
  walk(json);
  return [...found];
}
