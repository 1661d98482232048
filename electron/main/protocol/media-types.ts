import path from 'node:path';

const programTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.pfb': 'application/octet-stream',
  '.json': 'application/json', '.wasm': 'application/wasm',
};

/** The type of one of the program's own files. */
export function programMediaType(file: string): string {
  return programTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

const passive = /^(image\/(png|jpeg|gif|webp|avif|bmp|x-icon|tiff|heic|heif)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf|application\/ogg|text\/plain)$/;
const readable = /^(text\/[\w.+-]+|application\/(json|xml|xhtml\+xml|javascript|ecmascript|rtf|[\w.-]+\+(json|xml))|image\/svg\+xml|message\/rfc822)$/;

/**
 * The type under which a document's bytes reach the window: its own when it can only be looked at; text in every other
 * readable case, so that no page, script or drawing that could act is ever taken for one; else plain bytes.
 */
export function evidenceMediaType(mediaType: string): string {
  const bare = mediaType.toLowerCase().split(';')[0]!.trim();
  if (bare === 'text/plain' || (!passive.test(bare) && readable.test(bare))) return 'text/plain; charset=utf-8';
  return passive.test(bare) ? bare : 'application/octet-stream';
}
