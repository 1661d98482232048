import { expect, test } from 'vitest';
import { lineHeightPx, readTesseractPage, surerOf } from './machine-reading';

type Made = [text: string | null, confidence: number | null, box?: [number, number, number, number]];
const page = (...paragraphs: Made[][][]): string => JSON.stringify({
  blocks: [{ paragraphs: paragraphs.map((lines) => ({
    lines: lines.map((words, index) => ({
      rowAttributes: { rowHeight: 20 + index * 10 },
      words: words.map(([text, confidence, [x0, y0, x1, y1] = [10, 20, 60, 40]]) => ({ text, confidence, bbox: { x0, y0, x1, y1 } })),
    })),
  })) }],
});

test('lines, paragraphs and the place of each word', () => {
  const { text, boxes, confidence } = readTesseractPage(page([[['Paid', 96, [20, 10, 100, 30]], ['â', 90, [110, 10, 130, 30]]], [['ffonio', 92]]], [[['£340', 80, [0, 380, 220, 410]]]]), 200, 400);
  expect(text).toBe('Paid â\nffonio\n\n£340');
  expect(boxes.map(({ start, end }) => text.slice(start, end))).toEqual(['Paid', 'â', 'ffonio', '£340']);
  expect(boxes[0]).toEqual({ start: 0, end: 4, left: 0.1, top: 0.025, width: 0.4, height: 0.05 });
  // What lies over the edge is cut to it.
  expect(boxes[3]).toMatchObject({ left: 0, width: 1, top: 0.95 });
  expect(boxes[3]!.top + boxes[3]!.height).toBeCloseTo(1);
  expect(confidence).toBeCloseTo((96 * 4 + 90 + 92 * 6 + 80 * 4) / 15, 1);
});

test('specks are no words; doubtful letters are', () => {
  expect(readTesseractPage(page([[['|', 20], ['~', 44], ['Hale', 30], ['.', 60], ['x', 5], ['ok', 70]]]), 100, 100).text).toBe('Hale . ok');
});

test('a picture of leaves has no words', () => {
  expect(readTesseractPage(page([[['eR', 31], ['wi', 22], ['|', 49]]]), 100, 100)).toEqual({ text: '', boxes: [], confidence: 0 });
  expect(readTesseractPage('{"page_id":1}', 100, 100).text).toBe('');
  expect(readTesseractPage('{"blocks":null}', 100, 100).text).toBe('');
});

test('one normal form, and nothing that steers a screen', () => {
  expect(readTesseractPage(page([[['nhy\u0302', 90], ['\u202ea\u0000b', 90], [null, 90], ['  ', 90]]]), 100, 100).text).toBe('nh\u0177 ab');
});

test('what is not Tesseract’s is refused', () => {
  expect(() => readTesseractPage('{"blocks":[{"paragraphs":3}]}', 1, 1)).toThrow();
  expect(() => readTesseractPage('no', 1, 1)).toThrow();
});

test('more words than are kept are left out, not a failure', () => {
  const many = readTesseractPage(page([Array.from({ length: 50_010 }, (): Made => ['w', 90])]), 100, 100);
  expect([many.boxes.length, many.text.length]).toEqual([50_000, 99_999]);
});

test('how tall lines are: the middle one', () => {
  expect(lineHeightPx(page([[['a', 1]], [['b', 1]], [['c', 1]]]))).toBe(30);
  expect(lineHeightPx('{}')).toBe(0);
});

test('the surer reading is the one with more that is sure', () => {
  const reading = (text: string, confidence: number) => ({ text, boxes: [], confidence });
  expect(surerOf(reading('half of it', 96), reading('half of it and the green bubbles', 93)).text).toContain('green');
  expect(surerOf(reading('all of it', 95), reading('all 0f 1t |||', 60)).text).toBe('all of it');
  expect(surerOf(reading('', 0), reading('', 0)).text).toBe('');
});
