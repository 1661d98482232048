import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CustomScheme, Session } from 'electron';
import { parseByteRange } from './byte-range';
import { commonHeaders, evidencePolicy, windowPolicy } from './content-policy';
import { evidenceMediaType, programMediaType } from './media-types';
import type { ServedBytes, ServedBytesShelves, Shelf } from './served-bytes';

/** The schemes of the program. To be registered before `ready`, all in one call. */
export const programSchemes: CustomScheme[] = [
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: false } },
  { scheme: 'print', privileges: { standard: true, secure: true, supportFetchAPI: false, stream: true, codeCache: false } },
];

const pieceBytes = 1024 * 1024;

/** Answers app://ui/ in one session: the program's files, and bytes on show under a token. */
export function serveWindow(session: Session, rendererFolder: string, shelves: ServedBytesShelves): void {
  session.protocol.handle('app', (request) => answer(request, path.resolve(rendererFolder), shelves));
}

/** Exported for tests: one request, one response. */
export async function answer(request: Request, rendererFolder: string, shelves: ServedBytesShelves): Promise<Response> {
  const url = new URL(request.url);
  if (url.host === 'away') return new Response('', { headers: { ...commonHeaders, 'Content-Security-Policy': evidencePolicy, 'Content-Type': 'text/html; charset=utf-8' } });
  if (url.host !== 'ui') return refuse(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  let place: string;
  try {
    place = decodeURIComponent(url.pathname);
  } catch {
    return refuse(400);
  }
  const token = /^\/(evidence|export)\/([0-9a-f]{32})$/.exec(place);
  if (token !== null) return answerBytes(request, shelves.find(token[1] as Shelf, token[2]!));
  return answerFile(request, rendererFolder, place);
}

async function answerFile(request: Request, rendererFolder: string, place: string): Promise<Response> {
  const file = path.join(rendererFolder, place === '/' ? 'index.html' : place);
  if (!file.startsWith(rendererFolder + path.sep) || place.includes('\0')) return refuse(403);
  try {
    const bytes = new Uint8Array(await readFile(file));
    const headers = { ...commonHeaders, 'Content-Security-Policy': windowPolicy, 'Content-Type': programMediaType(file), 'Content-Length': String(bytes.length) };
    return new Response(request.method === 'HEAD' ? null : bytes, { headers });
  } catch {
    return refuse(404);
  }
}

function answerBytes(request: Request, served: ServedBytes | null): Response {
  if (served === null) return refuse(404);
  const headers = { ...commonHeaders, 'Content-Security-Policy': evidencePolicy, 'Content-Type': evidenceMediaType(served.mediaType), 'Accept-Ranges': 'bytes' };
  const range = parseByteRange(request.headers.get('range'), served.sizeBytes);
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${served.sizeBytes}` } });
  const start = range?.start ?? 0;
  const end = (range?.end ?? served.sizeBytes - 1) + 1;
  const extent = { 'Content-Length': String(end - start), ...(range ? { 'Content-Range': `bytes ${start}-${end - 1}/${served.sizeBytes}` } : {}) };
  return new Response(request.method === 'HEAD' || start === end ? null : stream(served, start, end), { status: range ? 206 : 200, headers: { ...headers, ...extent } });
}

/** Pulled piece by piece: no more than one piece is in memory, and nothing is read that nobody waits for. */
function stream(served: ServedBytes, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await served.read(position, Math.min(end, position + pieceBytes));
      if (piece.length === 0) throw new Error('a served read gave nothing');
      position += piece.length;
      controller.enqueue(piece);
      if (position >= end) controller.close();
    },
  }, { highWaterMark: 0 });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...commonHeaders, 'Content-Security-Policy': evidencePolicy } });
}
