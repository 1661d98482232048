import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CasePageBlock, CitedText } from '../../../shared/model/case/case-page';
import type { ExportPlan } from '../../../shared/model/export-plan';
import { formatsOf, type OutputFormat, OutputName } from '../../../shared/model/output';
import { outputOf } from '../../../shared/outputs/outputs';
import { hostilePlan, madeInto } from '../../../shared/outputs/testing/hostile-plan';
import { plainCharacters } from '../../../shared/writers/plain-characters';
import { Sweeper } from '../../workers/sweep/sweeper';
import { writeSpreadsheet } from '../../../shared/writers/spreadsheet/write-spreadsheet';
import { fileKinds, outputFile } from './output-file';
import { zipParts } from './zip-parts';

/** What another program says that is not of this project. */
const has = (command: string): boolean => { try { execFileSync('which', [command], { stdio: 'pipe' }); return true; } catch { return false; } };
const hasOffice = has('soffice');

const all = OutputName.options.flatMap((output) => formatsOf[output].filter((format) => format !== 'pdf').map((format): [OutputName, OutputFormat] => [output, format]));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let plan: ExportPlan;
let folder: string;
beforeAll(async () => {
  plan = await hostilePlan();
  folder = mkdtempSync(join(tmpdir(), 'tidemark-outputs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (text: CitedText): string => text.map((piece) => (piece.is === 'words' ? piece.words : piece.is === 'mark' ? piece.mark : '')).join('');

/** Every line that a paper says, as a file can hold it. */
function linesOf(blocks: readonly CasePageBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.block) {
      case 'heading': return [block.words];
      case 'paragraph': return [textOf(block.text)];
      case 'facts': return block.facts.flatMap(({ name, value }) => [name, textOf(value)]);
      case 'table': return [...block.table.columns.map(({ name }) => name), ...block.table.rows.flatMap((row) => row.map(textOf))];
      default: return [];
    }
  }).flatMap((words) => plainCharacters(words).split('\n')).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

async function written(output: OutputName, format: OutputFormat): Promise<string> {
  const file = join(folder, `${output}.${fileKinds[format].extension}`);
  writeFileSync(file, await outputFile(madeInto(plan, output, format)));
  return file;
}

describe.each(all)('%s as %s', (output, format) => {
  it('is the same bytes from the same plan', async () => {
    const [one, two] = [await outputFile(madeInto(plan, output, format)), await outputFile(structuredClone(madeInto(plan, output, format)))];
    expect(sha256(one)).toBe(sha256(two));
    const later = await outputFile({ ...madeInto(plan, output, format), preparedUtc: '2026-05-04T20:04:11.250Z' });
    if (format !== 'csv') expect(sha256(later)).not.toBe(sha256(one));
  });

  it('gives a protected address away to the sweep, in its words and in its title', async () => {
    const pdfium = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm')));
    const hits = async (of: ExportPlan) => {
      const sweeper = new Sweeper([{ id: 'a'.repeat(32), kind: 'address', text: '14 Harbour Road, EM4 7QT', alsoWritten: [] }], pdfium);
      await sweeper.look(`Ellis.${fileKinds[format].extension}`, fileKinds[format].mediaType, await outputFile(madeInto(of, output, format)));
      return sweeper.report().hits;
    };
    expect(await hits(plan)).toEqual([]);
    const words = '14 Harbour Road, EM4 7QT';
    const planted: ExportPlan = {
      ...plan,
      entries: plan.entries.map((entry) => (entry.subject === 'contact' ? { ...entry, title: words } : entry.subject === 'incident' ? { ...entry, title: words } : entry)),
      exhibits: plan.exhibits.map((exhibit) => (exhibit.thing.kind === 'excerpt' ? { ...exhibit, thing: { ...exhibit.thing, messages: exhibit.thing.messages.map((message) => ({ ...message, text: words })) } } : exhibit)),
    };
    expect((await hits(planted)).some(({ what, factId }) => what === 'fact' && factId === 'a'.repeat(32))).toBe(true);
    if (format === 'word') expect((await hits({ ...plan, caseName: words })).map(({ place }) => place.name).join()).toMatch(/word\/(?:footer1|document)\.xml/);
  });
});

describe.each(all.filter(([, format]) => format !== 'csv'))('the package of %s as %s', (output, format) => {
  it('unpacks, every part well formed, its kinds listed first', async () => {
    const file = await written(output, format);
    execFileSync('unzip', ['-tqq', file]);
    const names = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' }).trim().split('\n');
    expect(names[0]).toBe('[Content_Types].xml');
    const kinds = execFileSync('unzip', ['-p', file, '\\[Content_Types\\].xml'], { encoding: 'utf8' });
    for (const name of names.slice(1)) {
      if (!name.endsWith('.rels')) expect(kinds, name).toContain(`PartName="/${name}"`);
      expect(unclosed(execFileSync('unzip', ['-p', file, name], { encoding: 'utf8', maxBuffer: 1 << 26 })), name).toEqual([]);
    }
  });
});

/** Elements that are not closed where they must be: what an XML reader would stumble over. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, closes, name = '', , empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"]|"[^"<]*")*?)(\/?)>/g)) {
    if (closes === '/') { if (open.pop() !== name) return [name]; } else if (empty !== '/') open.push(name);
  }
  return [...open, ...(/&(?!(?:amp|lt|gt|quot);)/.test(xml) ? ['&'] : [])];
}

describe.each(OutputName.options.filter((output) => formatsOf[output].includes('word')))('%s as Word', (output) => {
  it('says every line of its paper, in its order, to a reader that knows only its XML', async () => {
    const xml = execFileSync('unzip', ['-p', await written(output, 'word'), 'word/document.xml'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const read = xml.split('</w:p>').map((paragraph) => paragraph.replace(/<w:tab\/>/g, ' ').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
    const paper = outputOf(madeInto(plan, output, 'word')).paper();
    const lines = [...(paper.look === 'page' ? [paper.title] : []), ...(paper.intro === '' ? [] : [paper.intro]), ...linesOf(paper.blocks)];
    expect(read).toEqual(lines);
  });

  it.skipIf(!hasOffice)(`opens in LibreOffice and comes back with its words${hasOffice ? '' : ' (NOT RUN: no soffice on this machine)'}`, { timeout: 180_000 }, async () => {
    const file = await written(output, 'word');
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file], { stdio: 'pipe' });
    const read = bare(readFileSync(file.replace(/docx$/, 'txt'), 'utf8'));
    for (const line of linesOf(outputOf(madeInto(plan, output, 'word')).paper().blocks)) expect(read, line.slice(0, 60)).toContain(bare(line));
  });
});

/** Without what one program writes otherwise than another: spaces, and marks of direction that are not seen. */
const bare = (text: string): string => text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');

it('gives an address away that stands in the properties alone', async () => {
  const pdfium = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm')));
  const sweeper = new Sweeper([{ id: 'a'.repeat(32), kind: 'address', text: '14 Harbour Road, EM4 7QT', alsoWritten: [] }], pdfium);
  const parts = writeSpreadsheet('14 Harbour Road, EM4 7QT', [], plan.preparedUtc);
  await sweeper.look('Ellis.xlsx', fileKinds.spreadsheet.mediaType, await zipParts(parts));
  expect(sweeper.report().hits).toMatchObject([{ what: 'fact', place: { where: 'document-about', name: 'docProps/core.xml' } }]);
});

it('refuses a kind of file in which an output is not made', async () => {
  await expect(outputFile(madeInto(plan, 'statement', 'csv'))).rejects.toMatchObject({ code: 'bad-call' });
  await expect(outputFile(madeInto(plan, 'complaint', 'spreadsheet'))).rejects.toMatchObject({ code: 'bad-call' });
});
