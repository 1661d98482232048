import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

export interface PlantedFiles {
  /** Documents of several kinds, each with a canary in its text, its data or its name. */
  documents: string[];
  /** A WhatsApp export. */
  conversation: string;
}

/** Writes files to add to a vault; `plant` gives the text to hide in each. */
export function writePlantedFiles(folder: string, sampleFiles: string, plant: (label: string) => string): PlantedFiles {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, bytes: Buffer | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const photograph = readFileSync(join(sampleFiles, 'IMG_20210913_074112.jpg'));
  return {
    documents: [
      write(`letter ${plant('name')}.txt`, `Dear ${plant('text')},\nnothing more.\n`),
      write('photograph.jpg', jpegWithComment(photograph, plant('jpegdata'))),
      write('drawing.png', pngWithText(plant('pngdata'))),
      write('statement.pdf', pdfOf(plant('pdf'))),
      write('page.html', `<!doctype html><title>${plant('html')}</title><img src="https://example.com/${plant('remote')}.png"><script>fetch('https://example.com/')</script>`),
      write('drawing.svg', `<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.com/a.png"/><text>${plant('svg')}</text></svg>`),
      write('film.webm', readFileSync(join(sampleFiles, 'doorbell 2022-11-13 2210.webm'))),
      // Last: so broken that every reader of PDF is asked, the hidden window with pdf.js too.
      write('broken.pdf', pdfOf(plant('brokenpdf')).subarray(0, 150)),
    ],
    conversation: write('WhatsApp Chat with Sam.txt', conversationOf(plant)),
  };
}

function conversationOf(plant: (label: string) => string): string {
  const lines = Array.from({ length: 300 }, (_, index) => `${String((index % 27) + 1).padStart(2, '0')}/03/2023, 21:${String(index % 60).padStart(2, '0')} - ${index % 2 ? 'Sam' : 'Me'}: message ${index}`);
  lines.push(`28/03/2023, 22:00 - ${plant('sender')}: ${plant('message')}`, plant('secondline'));
  return `${lines.join('\n')}\n`;
}

/** A comment segment (JPEG, ITU T.81, B.2.4.5) right after the beginning of the image. */
function jpegWithComment(jpeg: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)]);
}

/** A grey square of 64 by 64 with a tEXt chunk (PNG specification, 11.3.4.3). */
function pngWithText(text: string): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(64, 0);
  header.writeUInt32BE(64, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: 64 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 0x80)])));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** The least PDF (ISO 32000-1) of one page that says something, with the same text as its title. */
function pdfOf(text: string): Buffer {
  const content = `BT /F1 14 Tf 60 700 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', `<</Title(${text})>>`,
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 7\n0000000000 65535 f \n${table}trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}
