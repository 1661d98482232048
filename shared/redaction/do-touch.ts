import type { PageArea } from '../model/redaction';

/** Whether two parts of a page have any of it in common. */
export function doTouch(a: PageArea, b: PageArea): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
