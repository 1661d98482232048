/**
 * Makes assets/sample-case/files from papers.mjs. Needs an Electron (it draws and prints) and ffmpeg (film, WebP), so it
 * is run by hand when the sample changes, not by the build:
 *   electron scripts/sample-case/render-files.mjs ['SAR reply.pdf' …]
 * Named files are made, or all: what has not changed is left alone, for its hash would be another.
 */
import { app, BrowserWindow } from 'electron';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withExif } from './exif.mjs';
import { docx } from './docx.mjs';
import { papers } from './papers.mjs';

const out = path.join(import.meta.dirname, '../../assets/sample-case/files');
const style = '<meta charset="utf-8"><style>@page{size:A4;margin:25mm}body{font:12pt/1.5 "Liberation Serif",serif;margin:0}.letter{break-after:page}.letter:last-child{break-after:auto}header{border-bottom:1px solid #444;margin-bottom:12mm}.to{margin-bottom:8mm}table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:2mm;text-align:left}footer{margin-top:20mm;color:#555;font-size:9pt}</style>';

/** As a camera held that way stores it: turned against its Exif orientation, so that a viewer that heeds the tag shows it upright. */
function asStored(paper) {
  const turn = { 3: [`rotate(180 ${paper.w / 2} ${paper.h / 2})`, false], 6: [`translate(0 ${paper.w}) rotate(-90)`, true], 8: [`translate(${paper.h} 0) rotate(90)`, true] }[paper.exif?.orientation];
  if (!turn) return paper;
  const [w, h] = turn[1] ? [paper.h, paper.w] : [paper.w, paper.h];
  return { ...paper, w, h, html: `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><g transform="${turn[0]}">${paper.html}</g></svg>` };
}

/** Ten seconds of quiet, slow noise: 16-bit mono, 8 kHz, RIFF/WAVE. */
function wav() {
  const rate = 8000, samples = rate * 10, data = Buffer.alloc(44 + samples * 2);
  data.write('RIFF', 0); data.writeUInt32LE(36 + samples * 2, 4); data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16); data.writeUInt16LE(1, 20); data.writeUInt16LE(1, 22); data.writeUInt32LE(rate, 24); data.writeUInt32LE(rate * 2, 28); data.writeUInt16LE(2, 32); data.writeUInt16LE(16, 34);
  data.write('data', 36); data.writeUInt32LE(samples * 2, 40);
  let state = 7;
  for (let i = 0; i < samples; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const breath = Math.max(0, Math.sin((i / rate) * 1.7));
    data.writeInt16LE(Math.round((state / 4294967296 - 0.5) * 5000 * breath), 44 + i * 2);
  }
  return data;
}

app.on('window-all-closed', () => {});

async function renderFiles() {
  mkdirSync(out, { recursive: true });
  const wanted = process.argv.slice(2).filter((name) => papers.some(({ file }) => file === name));
  for (const paper of papers.filter(({ file }) => wanted.length === 0 || wanted.includes(file)).map(asStored)) {
    const to = path.join(out, paper.file);
    if (paper.kind === 'text') { writeFileSync(to, paper.text); continue; }
    if (paper.kind === 'wav') { writeFileSync(to, wav()); continue; }
    if (paper.kind === 'docx') { writeFileSync(to, docx(paper.text)); continue; }
    if (paper.kind === 'damaged') { writeFileSync(to, Buffer.concat([Buffer.from('%PDF-1.4\n% download interrupted\n'), Buffer.from(wav().subarray(16044, 24044))])); continue; }
    if (paper.kind === 'webm') {
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=0x1c222b:s=320x240:r=10:d=20', '-f', 'lavfi', '-i', 'anoisesrc=a=0.01:r=16000:d=20:seed=3', '-vf', "drawbox=x=90:y=40:w=140:h=200:color=0x30404f:t=fill,drawbox=x='20+8*t':y=90:w=40:h=150:color=0x0a0d12:t=fill,drawbox=x='80+6*t':y=100:w=36:h=140:color=0x10151c:t=fill", '-c:v', 'libvpx', '-b:v', '60k', '-g', '20', '-c:a', 'libvorbis', '-ac', '1', '-fflags', '+bitexact', to]);
      continue;
    }
    const window = new BrowserWindow({ show: false, width: paper.w ?? 800, height: paper.h ?? 1000, useContentSize: true, webPreferences: { sandbox: true, javascript: false, offscreen: true } });
    await window.loadURL('data:text/html;charset=utf-8,' + encodeURIComponent((paper.kind === 'pdf' ? style : '<style>body{margin:0}</style>') + paper.html));
    if (paper.kind === 'pdf') writeFileSync(to, await window.webContents.printToPDF({ preferCSSPageSize: !paper.landscape, landscape: !!paper.landscape, pageSize: 'A4', generateTaggedPDF: true }));
    else {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const picture = await window.webContents.capturePage({ x: 0, y: 0, width: paper.w, height: paper.h });
      if (paper.kind === 'jpeg') writeFileSync(to, withExif(picture.toJPEG(82), paper.exif));
      else if (paper.kind === 'png') writeFileSync(to, picture.toPNG());
      else execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', '-', '-c:v', 'libwebp', '-q:v', '80', to], { input: picture.toPNG() });
    }
    window.destroy();
  }
}

// Not awaited at the top: Electron is not ready until its main module has been read to the end.
void app.whenReady().then(renderFiles).then(() => app.exit(0), (error) => { process.stderr.write(`${error.stack}\n`); app.exit(1); });
