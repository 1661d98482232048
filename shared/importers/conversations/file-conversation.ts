import { clipped } from '../bytes/clipped';

/** The name of a conversation whose file is named after it: the file's own name without its ending. */
export function titleOfPath(path: string): string {
  return clipped(path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:html?|txt|json)$/i, ''), 300);
}

/** A key for the conversation of one file: its path, or, where that is too long for a key, its place among the files and the end of its path. */
export function keyOfFile(path: string, place: number): string {
  return path.length <= 1000 ? path : `${place}:${path.slice(-900)}`;
}

/** A telephone number or an address where a name is one, else ''. */
export function handleIn(name: string): string {
  return /^\+?\d[\d ()-]{3,25}$/.test(name) || /^[^\s@<>]{1,200}@[^\s@<>]{1,200}$/.test(name) ? clipped(name, 300) : '';
}
