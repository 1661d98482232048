// Makes the pictures that the proof `ocr` reads, and the text that stands on each. Run by hand, and only when the set is to change:
//   xvfb-run -a <Electron> scripts/proofs/ocr-work/make-pictures.mjs   (a program of Electron; the spoiling is ImageMagick's `convert`)
// Everything on them is invented. Pages are drawn by Chromium from the words below, in typefaces the program brings; what a phone, a
// scanner or a bad lamp does to them is done by `convert` with fixed seeds.
import { app, BrowserWindow } from 'electron';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../../..');
const face = (/** @type {string} */ file) => `data:font/woff2;base64,${readFileSync(join(root, 'node_modules', file)).toString('base64')}`;
const style = `
  @font-face { font-family: Serif4; src: url(${face('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2')}); }
  @font-face { font-family: Serif4; src: url(${face('@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2')}); unicode-range: U+0100-02FF; }
  @font-face { font-family: Sans3; src: url(${face('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2')}); }
  @font-face { font-family: Sans3; src: url(${face('@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2')}); unicode-range: U+0100-02FF; }
  * { box-sizing: border-box; margin: 0 } body { overflow: hidden }
  .letter { font: 16px/1.45 Serif4; padding: 80px 76px; background: #fff; color: #111; height: 1123px } .letter p { margin-bottom: 14px } .letter.sans { font-family: Sans3 }
  .chat { font: 16px/1.35 Sans3; padding: 12px; height: 844px; display: flex; flex-direction: column; gap: 8px }
  .chat p { max-width: 76%; padding: 7px 12px; border-radius: 12px; align-self: flex-start } .chat p.me { align-self: flex-end } .chat p span { display: block; font-size: 11px; text-align: right }
  .light { background: #efeae2; color: #111 } .light p { background: #fff } .light p.me { background: #d9fdd3 } .light span { color: #667781 }
  .dark { background: #0b141a; color: #e9edef } .dark p { background: #202c33 } .dark p.me { background: #005c4b } .dark span { color: #8fa2ac }
  .blue { background: #fff; color: #111 } .blue p { background: #e9e9eb } .blue p.me { background: #0a6fd8; color: #fff } .blue span { color: inherit }
  table { border-collapse: collapse; width: 100%; margin-bottom: 16px } td, th { border: 1px solid #555; padding: 6px 9px; text-align: left; font-weight: 400 }`;

const english = [
  'Northmoor Constabulary', 'Professional Standards Department', 'Your reference: NM/0628/22', '14 March 2023',
  'Dear Ms Hale,', 'Thank you for your letter of 27 February 2023, in which you say that your former partner, who serves with this force, looked up your new address on 3 January.',
  'We have read the audit log of the system you name. Between 1 December 2022 and 31 January 2023 your record was opened four times by officers of Eastmarch station. For three of these a policing purpose has been given; for the fourth none has been found.',
  'A severity assessment was made on 9 March 2023. You will be told of the outcome in writing within 28 days. If you are not content with it you may ask for a review, and this letter says below to whom you should write.',
  'You asked whether he will be told where you live. He will not. Your address is marked as restricted and only two members of staff of this department can see it.',
  'Yours sincerely,', 'D. Okonkwo', 'Detective Inspector 4471',
];
const welsh = [
  'Gwasanaeth Cymorth i Ferched', '14 Mawrth 2023', 'Annwyl Siân,', 'Diolch am eich llythyr. Mae’n ddrwg gennym glywed am yr hyn a ddigwyddodd ddydd Sul diwethaf, a gobeithiwn eich bod chi a’r plant yn ddiogel erbyn hyn.',
  'Bydd gweithiwr cymorth yn eich ffonio fore Mercher am ddeg o’r gloch. Os nad yw’n ddiogel siarad, dywedwch eich bod yn brysur a rhowch y ffôn i lawr; byddwn yn deall.',
  'Cadwch bob neges y mae ef yn ei hanfon, hyd yn oed y rhai sy’n ymddangos yn ddibwys. Gall y llys ofyn amdanynt yn nes ymlaen. Nodwch y dyddiad a’r amser, a phwy arall oedd yno.',
  'Mae gennych hawl i ofyn i’r heddlu am gymorth yn Gymraeg.', 'Yr eiddoch yn gywir,', 'Mererid Wyn Ŵan', 'Cydlynydd cymorth tŷ diogel',
];
/** @type {readonly [string, string, boolean][]} */
const chat = [
  ['Where are you', '20:58', false], ['I know you are not at your mum’s. Her car is gone and the lights are off', '20:59', false], ['Please stop. I told you I need some time', '21:06', true],
  ['You don’t get to decide that. I drove past the school twice today', '21:07', false], ['Nobody is going to believe you. I write the reports', '21:09', false],
  ['I am keeping these messages', '21:15', true], ['Keep what you like. Ask Sgt Pryce what happened to the last one who complained', '21:16', false], ['£340 is still missing from the account. Explain that by 9am', '21:21', false],
];
/** @type {readonly [string, string, boolean][]} */
const welshChat = [
  ['Ble wyt ti', '19:02', false], ['Dw i yn nhŷ Mam. Paid â ffonio eto heno', '19:05', true], ['Mae’r plant eisiau siarad â fi', '19:06', false], ['Fe gei di siarad â nhw ddydd Sadwrn, fel y dywedodd y llys', '19:11', true],
  ['Dwyt ti ddim yn cael penderfynu. Bydda i yno mewn deng munud', '19:12', false], ['Os doi di yma bydda i’n galw’r heddlu', '19:13', true],
];
/** @type {readonly string[][]} */
const rows = [
  ['Date', 'Officer', 'What was promised', 'Reference'], ['03/01/2023', 'PC 2218 Marsh', 'call back the same evening', 'NM-14420'], ['11/01/2023', 'Sgt Pryce', 'statement to be taken at home', 'NM-14420'],
  ['27/02/2023', 'DC Anwar', 'audit of look-ups', 'NM/0628/22'], ['09/03/2023', 'DI 4471 Okonkwo', 'written outcome in 28 days', 'NM/0628/22'],
];

const paragraphs = (/** @type {readonly string[]} */ lines) => lines.map((line) => `<p>${line}</p>`).join('');
const letter = (/** @type {readonly string[]} */ lines, kind = '') => ({ html: `<div class="letter ${kind}">${paragraphs(lines)}</div>`, width: 794, height: 1123, text: lines.join('\n') });
const phone = (/** @type {readonly [string, string, boolean][]} */ bubbles, /** @type {string} */ colours) => ({
  html: `<div class="chat ${colours}">${bubbles.map(([words, time, isHers]) => `<p class="${isHers ? 'me' : ''}">${words}<span>${time}</span></p>`).join('')}</div>`, width: 390, height: 844, text: bubbles.map(([words, time]) => `${words}\n${time}`).join('\n'),
});
const ledger = {
  html: `<div class="letter sans"><p>Contacts with the police, kept by hand</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></div>`, width: 794, height: 420,
  text: ['Contacts with the police, kept by hand', ...rows.map((row) => row.join(' '))].join('\n'),
};

/** scale: pixels of the picture to a pixel of the page. convert: what spoils it; without, it stays as drawn. @type {{ name: string, page: { html: string, width: number, height: number, text: string }, scale: number, convert?: string[], kind?: string }[]} */
const pictures = [
  { name: 'letter-scan-200dpi', page: letter(english), scale: 2.083, convert: ['-colorspace', 'Gray', '-blur', '0x0.6', '-seed', '7', '-attenuate', '0.25', '+noise', 'Gaussian', '-quality', '75'], kind: 'jpg' },
  { name: 'letter-scan-askew', page: letter(english, 'sans'), scale: 1.6, convert: ['-colorspace', 'Gray', '-background', 'white', '-rotate', '1.7', '-seed', '8', '-attenuate', '0.4', '+noise', 'Gaussian', '-quality', '60'], kind: 'jpg' },
  { name: 'letter-fax-100dpi', page: letter(english), scale: 1.042, convert: ['-colorspace', 'Gray', '-quality', '70'], kind: 'jpg' },
  { name: 'letter-photographed', page: letter(english), scale: 2, convert: ['-background', '#8a6f52', '-virtual-pixel', 'background', '-distort', 'Perspective', '0,0 60,50 1588,0 1500,20 1588,2246 1560,2200 0,2246 20,2230', '(', '+clone', '-fill', 'gray', '-colorize', '100', '-sparse-color', 'Barycentric', '0,0 white 1588,2246 gray35', ')', '-compose', 'Multiply', '-composite', '-blur', '0x0.9', '-quality', '70'], kind: 'jpg' },
  { name: 'letter-turned-by-exif', page: letter(english, 'sans'), scale: 1.6, convert: ['-colorspace', 'Gray', '-rotate', '270', '-quality', '80'], kind: 'jpg' },
  { name: 'ledger', page: ledger, scale: 1.6 },
  { name: 'chat-light', page: phone(chat, 'light'), scale: 2 }, { name: 'chat-light-small', page: phone(chat, 'light'), scale: 1 },
  { name: 'chat-dark', page: phone(chat, 'dark'), scale: 2 }, { name: 'chat-dark-small', page: phone(chat, 'dark'), scale: 1 },
  { name: 'chat-dark-forwarded', page: phone(chat, 'dark'), scale: 1.25, convert: ['-quality', '40'], kind: 'jpg' },
  { name: 'chat-blue', page: phone(chat, 'blue'), scale: 2 },
  { name: 'welsh-letter', page: letter(welsh), scale: 1.6, convert: ['-colorspace', 'Gray', '-seed', '9', '-attenuate', '0.25', '+noise', 'Gaussian', '-quality', '70'], kind: 'jpg' },
  { name: 'welsh-chat-dark', page: phone(welshChat, 'dark'), scale: 1.5 },
];

/** EXIF with nothing but Orientation 6 (turn it a quarter clockwise to see it upright), after the JPEG's first marker. */
function withOrientation(/** @type {Buffer} */ jpeg) {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000600000000' + '0000', 'hex');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from('ffe1', 'hex'), length, body, jpeg.subarray(2)]);
}

async function make() {
  await app.whenReady();
  const scratch = mkdtempSync(join(tmpdir(), 'ocr-pictures-'));
  for (const { name, page, scale, convert, kind } of pictures) {
    // Drawn enlarged rather than by a device's scale: the same on every screen.
    const window = new BrowserWindow({ show: false, width: Math.ceil(page.width * scale), height: Math.ceil(page.height * scale), useContentSize: true, enableLargerThanScreen: true, webPreferences: { offscreen: true, javascript: true } });
    const file = join(scratch, 'page.html');
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>${style} html { zoom: ${scale} }</style>${page.html}`);
    await window.loadFile(file);
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))))');
    await new Promise((resolve) => setTimeout(resolve, 400));
    const drawn = join(scratch, `${name}.png`);
    writeFileSync(drawn, (await window.webContents.capturePage()).toPNG());
    const made = join(here, 'pictures', `${name}.${kind ?? 'png'}`);
    execFileSync('convert', [drawn, '-strip', ...(convert ?? ['-define', 'png:compression-level=9']), made]);
    if (name.includes('exif')) writeFileSync(made, withOrientation(readFileSync(made)));
    writeFileSync(join(here, 'pictures', `${name}.txt`), `${page.text}\n`);
    window.destroy();
  }
  rmSync(scratch, { recursive: true });
}
app.on('window-all-closed', () => undefined);
make().then(() => app.exit(0), (error) => { process.stderr.write(`${error.stack}\n`); app.exit(1); });
