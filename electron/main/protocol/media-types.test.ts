import { expect, test } from 'vitest';
import { evidenceMediaType } from './media-types';

test.each([
  ['image/jpeg', 'image/jpeg'],
  ['video/mp4', 'video/mp4'],
  ['application/pdf', 'application/pdf'],
  ['text/plain; charset=utf-16', 'text/plain; charset=utf-8'],
  // What could act is only ever read.
  ['text/html', 'text/plain; charset=utf-8'],
  ['TEXT/HTML; charset=x', 'text/plain; charset=utf-8'],
  ['image/svg+xml', 'text/plain; charset=utf-8'],
  ['application/xhtml+xml', 'text/plain; charset=utf-8'],
  ['text/javascript', 'text/plain; charset=utf-8'],
  ['application/javascript', 'text/plain; charset=utf-8'],
  ['text/css', 'text/plain; charset=utf-8'],
  ['application/zip', 'application/octet-stream'],
  ['application/x-msdownload', 'application/octet-stream'],
  ['image/unheard-of', 'application/octet-stream'],
  ['', 'application/octet-stream'],
  ['image/png\r\nX: y', 'application/octet-stream'],
])('%s is served as %s', (given, served) => {
  expect(evidenceMediaType(given)).toBe(served);
});
