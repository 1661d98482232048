import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from './serve-window';
import { ServedBytesShelves } from './served-bytes';

let folder: string;
const shelves = new ServedBytesShelves();
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tidemark-serve-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(`${folder}-outside`, 'outside');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(`${folder}-outside`);
});

const ask = (place: string, init?: RequestInit) => answer(new Request(`app://ui${place}`, init), folder, shelves);
const show = (size: number, mediaType = 'video/mp4') => {
  const bytes = Uint8Array.from({ length: size }, (_, index) => index % 251);
  const reads: [number, number][] = [];
  const read = async (start: number, end: number) => {
    reads.push([start, end]);
    return bytes.slice(start, end);
  };
  return { bytes, reads, ...shelves.show('evidence', { sizeBytes: size, mediaType, read }) };
};

test('serves the page with its policy, and never lets it be kept', async () => {
  const response = await ask('/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
});

test.each(['/%2e%2e%2f', '/..%2f', '/%2e%2e/'])('nothing outside its folder is served through %s', async (way) => {
  const response = await ask(`${way}${path.basename(folder)}-outside`);
  expect([403, 404]).toContain(response.status);
});

test('other hosts, methods and broken names are refused', async () => {
  expect((await answer(new Request('app://elsewhere/'), folder, shelves)).status).toBe(404);
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
  expect((await ask('/%ff')).status).toBe(400);
  expect((await ask('/nothing.js')).status).toBe(404);
});

test('serves a whole document, piece by piece', async () => {
  const { bytes, reads, url } = show(2_500_000);
  const response = await ask(new URL(url).pathname);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe('2500000');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(reads.length).toBe(3);
});

test('serves a range, which is what seeking in a film asks for', async () => {
  const { bytes, reads, url } = show(5000);
  const response = await ask(new URL(url).pathname, { headers: { range: 'bytes=1000-1999' } });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe('bytes 1000-1999/5000');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes.slice(1000, 2000));
  expect(reads).toEqual([[1000, 2000]]);
  expect((await ask(new URL(url).pathname, { headers: { range: 'bytes=5000-' } })).status).toBe(416);
});

test('an empty document is empty, not an error', async () => {
  const { url } = show(0);
  const response = await ask(new URL(url).pathname);
  expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 0]);
});

test('a page among the documents is plain text in a box', async () => {
  const { url } = show(10, 'text/html');
  const response = await ask(new URL(url).pathname);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
});

test('nothing is served after the tokens were withdrawn', async () => {
  const { url } = show(10);
  shelves.withdrawAll();
  expect((await ask(new URL(url).pathname)).status).toBe(404);
});
