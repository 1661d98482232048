import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeZip } from '../../e2e/support/source-files';
import { docx } from '../sample-case/docx.mjs';

/** What she holds besides documents by themselves and a conversation; each hides what `plant` gives in all that is read of it. */
export interface PlantedSources {
  /** Papers whose words the file holds, with the words to be found there. */
  papers: { file: string; words: string }[];
  /** HEIC and TIFF, that only our own decoders draw. */
  drawnByUs: string[];
  /** Two mails of one exchange: with an attached file, a remote picture, and a dot that reports back. */
  mailbox: string;
  locations: string;
  archive: string;
  folder: string;
}

/** Writes them below `folder`; `pictures` is where the samples of pictures lie. */
export function writePlantedSources(folder: string, pictures: string, plant: (label: string) => string): PlantedSources {
  const inside = join(folder, 'his things');
  mkdirSync(join(inside, 'deeper'), { recursive: true });
  const write = (name: string, bytes: Buffer | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const paper = (name: string, words: string, bytes: Buffer | string) => ({ file: write(name, bytes), words });
  copyFileSync(join(pictures, 'plain.bmp'), join(inside, 'plain.bmp'));
  write(`his things/deeper/${plant('foldername')}.txt`, `Kept in a folder: ${plant('foldertext')}\n`);
  return {
    papers: [
      paper('statement.docx', plant('word'), docx(['To whom it may concern', `He said ${plant('word')} to me.`])),
      paper('note.rtf', plant('rtf'), `{\\rtf1\\ansi{\\info{\\title ${plant('rtftitle')}}}{\\b A note}\\par He wrote ${plant('rtf')} there.\\par}`),
      paper('costs.csv', plant('csv'), `day,what\n2023-03-12,${plant('csv')}\n`),
    ],
    drawnByUs: [
      write('from the phone.heic', Buffer.concat([readFileSync(join(pictures, 'phone.heic')), freeBox(plant('heic'))])),
      write('scan.tif', Buffer.concat([readFileSync(join(pictures, 'phone.tif')), Buffer.from(plant('tiff'))])),
    ],
    mailbox: write('all.mbox', mailboxOf(plant)),
    locations: write('Timeline.json', JSON.stringify({ semanticSegments: [{
      startTime: '2023-03-12T20:00:00.000+00:00', endTime: '2023-03-12T22:00:00.000+00:00',
      visit: { probability: 0.62, topCandidate: { placeId: plant('place'), semanticType: 'INFERRED_HOME', probability: 0.51, placeLocation: { latLng: '51.5000000°, -0.1200000°' } } },
    }] })),
    archive: write('papers.zip', makeZip([
      { name: `letters/${plant('membername')}.txt`, bytes: Buffer.from(`Kept in an archive: ${plant('membertext')}\n`) },
      { name: 'letters/deeper/statement.docx', bytes: docx([`In an archive: ${plant('memberword')}`]) },
    ])),
    folder: inside,
  };
}

/** Two mails as mbox has them (RFC 4155, 5322, 2045). */
function mailboxOf(plant: (label: string) => string): string {
  const attached = Buffer.from(`Attached: ${plant('attached')}\n`).toString('base64');
  return [
    'From dan@example.org Sun Mar 12 21:00:00 2023', 'Message-ID: <one@example.org>', `From: ${plant('mailname')} <dan@example.org>`, 'To: mara@example.org', `Subject: ${plant('subject')}`,
    'Date: Sun, 12 Mar 2023 21:00:00 +0000', `X-Origin: ${plant('header')}`, '', `I know ${plant('mailbody')}.`, '',
    'From dan@example.org Mon Mar 13 21:00:00 2023', 'Message-ID: <two@example.org>', 'In-Reply-To: <one@example.org>', 'From: dan@example.org', 'To: mara@example.org', `Subject: Re: ${plant('subject')}`,
    'Date: Mon, 13 Mar 2023 21:00:00 +0000', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=part', '',
    '--part', 'Content-Type: text/html', '',
    `<link rel=stylesheet href="https://style.example/a.css"><p>Read ${plant('htmlbody')}.</p><img src="https://pictures.example/${plant('remotepicture')}.png"><img src="http://192.0.2.1/${plant('pixel')}?u=mara@example.org" width=1 height=1><script>fetch('https://script.example/')</script>`,
    '--part', `Content-Type: text/plain; name="${plant('attachmentname')}.txt"`, `Content-Disposition: attachment; filename="${plant('attachmentname')}.txt"`, 'Content-Transfer-Encoding: base64', '', attached, '--part--', '', '',
  ].join('\n');
}

/** A box of ISO/IEC 14496-12, 8.1.2, that every reader of HEIF skips. */
function freeBox(text: string): Buffer {
  const head = Buffer.alloc(8, 'free');
  head.writeUInt32BE(8 + Buffer.byteLength(text));
  head.write('free', 4, 'latin1');
  return Buffer.concat([head, Buffer.from(text)]);
}
