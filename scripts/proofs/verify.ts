import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BagIndex, bagIndexSchema } from '../../shared/bag/bag-index';
import { PipeProgram } from '../proving/pipe-program';
import { startInElectron } from '../proving/in-electron';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { checkByTheRfc, filesBelow } from './verify-work/by-the-rfc';
import { BagProgram } from './verify-work/make-bag';

export const proof: Proof = {
  catches: 'An evidence bag that sha256sum, RFC 8493, the page in it or the program do not find whole; or a file changed, taken out, added or renamed in one that any of them does not name',
  breaks: 'puts the bag as it was where the changed one should be',
  drivesProgram: true,
  run,
};

/** What is done to a bag, and how each checker must name it. */
interface Harm { readonly name: string; readonly path: string; do(bag: string, isBroken: boolean): void; readonly said: { page: string; bySha256sum: boolean } }

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function run(context: ProofContext): Promise<ProofResult> {
  const { scratch, say, root, isSmall, isBroken } = context;
  const failures: string[] = [];
  const files = plant(join(scratch, 'in'), root, isSmall);
  const { program, bags } = await start(context);
  const copies = join(scratch, 'copies');
  const originals = join(scratch, 'originals');
  try {
    await program.findPage();
    const exportId = await bags.buildFrom(files);
    const record = await bags.saveBag(exportId, 'folder', true, originals);
    await bags.saveBag(exportId, 'folder', false, copies);
    const bag = join(originals, record.fileName);
    say(`a bag of ${filesBelow(bag, '').length} files was made`);
    failures.push(...checkWhole(bag, record.bag?.bagSha256 ?? '', files));
    failures.push(...(await checkCopies(join(copies, readdirSync(copies)[0] ?? ''), files)));
    failures.push(...(await checkArchive(context, bags, exportId, bag)));

    const harms = harmsOf(bag);
    const harmed = harms.map((harm) => {
      const place = join(scratch, 'harmed', harm.name, record.fileName);
      cpSync(bag, place, { recursive: true });
      harm.do(place, isBroken);
      return { harm, place };
    });
    // All of them in one folder, beside one that is as it was: each is to be told by itself.
    const together = join(scratch, 'harmed');
    cpSync(bag, join(together, 'as it was'), { recursive: true });
    const pages = await askPages(context, [{ name: 'whole', folder: bag, pageOf: bag }, { name: 'together', folder: together, pageOf: bag }, ...harmed.map(({ harm, place }) => ({ name: harm.name, folder: place, pageOf: place }))]);
    if (!pages.whole?.includes('Nothing in this bag has changed')) failures.push(`the page does not find the bag whole: ${pages.whole}`);
    if (pages.whole?.includes('ASKED FOR')) failures.push(`the page asked for something: ${pages.whole}`);
    const own = await bags.check(bag, 'folder');
    if (own.bags[0]?.bag.isWhole !== true) failures.push('the program does not find the bag whole');
    const each = (await bags.check(together, 'folder')).bags;
    if (each.length !== harms.length + 1 || each.find(({ at }) => at === 'as it was')?.bag.isWhole !== true) failures.push(`of ${harms.length + 1} bags in a folder the program tells ${each.length}: ${each.map(({ at }) => at).join(', ')}`);
    if (!pages.together?.includes(`${harms.length + 1} bags are in`) || pages.together.split('Nothing in this bag has changed').length !== 2) failures.push(`of ${harms.length + 1} bags in a folder the page tells: ${pages.together}`);
    for (const { harm, place } of harmed) {
      if (!pages.together?.includes(harm.said.page)) failures.push(`${harm.name}: the page does not name ${harm.said.page} where several bags lie together`);
      if (!pages[harm.name]?.includes(harm.said.page)) failures.push(`${harm.name}: the page does not name ${harm.said.page}: ${pages[harm.name]}`);
      const found = (await bags.check(place, 'folder')).bags[0]?.bag;
      const named = JSON.stringify([found?.changed, found?.missing, found?.added, found?.renamed]);
      if (found?.isWhole !== false || !named.includes(harm.path)) failures.push(`${harm.name}: the program does not name ${harm.path}: ${named}`);
      const lines = spawnSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: place, encoding: 'utf8' });
      if (harm.said.bySha256sum && (lines.status === 0 || !lines.stdout.includes(`${harm.path}: FAILED`))) failures.push(`${harm.name}: sha256sum does not name ${harm.path}`);
      if (!checkByTheRfc(place).some((line) => line.includes(harm.path))) failures.push(`${harm.name}: by the RFC it is whole`);
    }
    return { ok: failures.length === 0, failures, figures: { files: filesBelow(bag, '').length, bytes: filesBelow(bag, '').reduce((sum, path) => sum + readFileSync(join(bag, path)).length, 0), harms: harms.length, checkers: 4 } };
  } finally {
    await program.end().catch(() => program.abandon());
  }
}

/** Files whose names and contents are what bags are careful of. */
function plant(folder: string, root: string, isSmall: boolean): string[] {
  mkdirSync(folder, { recursive: true });
  const photograph = readFileSync(join(root, 'assets/sample-case/files/IMG_20210913_074112.jpg'));
  const planted: [string, Uint8Array][] = [
    ['IMG 100% sure.jpg', photograph], ['CON.txt', Buffer.from('a text of a forbidden name\n')], ['رسالة.txt', Buffer.from('a name in Arabic\n')], ['voicemail.bin', Buffer.alloc(isSmall ? 1 << 20 : 192 << 20, 5)],
  ];
  return planted.map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
}

async function start(context: ProofContext): Promise<{ program: PipeProgram; bags: BagProgram }> {
  const { scratch } = context;
  const { dist, launcher } = await context.ready();
  const display = await context.display();
  const answersFile = join(scratch, 'answers.json');
  writeFileSync(answersFile, '{}');
  const program = new PipeProgram({ launcher, appFolder: context.appFolder, env: { ...display.env, ELECTRON_DIST: dist, TIDEMARK_TEST: '1', TIDEMARK_USER_DATA: join(scratch, 'settings'), TIDEMARK_DIALOG_ANSWERS: answersFile, TIDEMARK_QUICK_KDF: '1' } });
  return { program, bags: new BagProgram(program, answersFile) };
}

/** The bag of originals: both lists by sha256sum, the RFC, every original byte for byte, the index by its schema, no name of this machine. */
function checkWhole(bag: string, bagSha256: string, files: readonly string[]): string[] {
  const wrong = checkByTheRfc(bag).map((line) => `by the RFC: ${line}`);
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) if (spawnSync('sha256sum', ['--strict', '-c', list], { cwd: bag }).status !== 0) wrong.push(`sha256sum -c ${list} does not pass`);
  if (sumOf(readFileSync(join(bag, 'tagmanifest-sha256.txt'))) !== bagSha256) wrong.push('the record has another SHA-256 of the bag');
  const sums = new Set(filesBelow(bag, '').map((path) => sumOf(readFileSync(join(bag, path)))));
  for (const file of files) if (!sums.has(sumOf(readFileSync(file)))) wrong.push(`an original is not in the bag: ${file}`);
  const index = BagIndex.safeParse(JSON.parse(readFileSync(join(bag, 'data/index.json'), 'utf8')));
  if (!index.success || index.data.exhibits.length !== files.length) wrong.push('data/index.json is not as its schema has it');
  if (readFileSync(join(bag, 'bag-index.schema.json'), 'utf8') !== bagIndexSchema()) wrong.push('another schema lies in the bag');
  if (/^"?[=+@-]|,"?[=+@]/m.test(readFileSync(join(bag, 'data/entries.csv'), 'utf8').replaceAll('\ufeff', ''))) wrong.push('a cell of a table is a formula');
  const pages = execFileSync('pdfinfo', [join(bag, 'solicitors-guide.pdf')], { encoding: 'utf8' });
  if (!/Pages:\s+2\n/.test(pages) || !/Page size:.*A4/.test(pages)) wrong.push('the solicitor’s guide is not two A4 pages');
  for (const path of ['bag-info.txt', 'bagit.txt', 'data/index.json']) if (readFileSync(join(bag, path), 'utf8').includes(bag.split('/')[1] === 'tmp' ? '/tmp/' : '/home/')) wrong.push(`${path} names a place on this machine`);
  return wrong;
}

/** The bag of copies: no original of a picture, nothing of its metadata, the original's SHA-256 in the index. */
async function checkCopies(bag: string, files: readonly string[]): Promise<string[]> {
  const wrong = checkByTheRfc(bag).map((line) => `copies, by the RFC: ${line}`);
  const picture = readFileSync(files[0] ?? '');
  const index = BagIndex.parse(JSON.parse(readFileSync(join(bag, 'data/index.json'), 'utf8')));
  const [file] = index.exhibits[0]?.files ?? [];
  if (file?.inBag.as !== 'copy' || file.original.sha256 !== sumOf(picture) || file.claims.length > 0) return [...wrong, `copies: the picture is there as ${file?.inBag.as}`];
  const copy = readFileSync(join(bag, file.inBag.path));
  if (sumOf(copy) !== file.inBag.sha256) wrong.push('copies: the index has another SHA-256 of the copy');
  if (copy.includes('Exif') || copy.includes('http://ns.adobe.com')) wrong.push('copies: the copy says something of itself');
  if (filesBelow(bag, '').some((path) => sumOf(readFileSync(join(bag, path))) === sumOf(picture))) wrong.push('copies: the original is in the bag');
  return wrong;
}

/** The same export as an archive: unpacked by another program, file by file the same bag; made twice, byte for byte the same. */
async function checkArchive({ scratch }: ProofContext, bags: BagProgram, exportId: string, bag: string): Promise<string[]> {
  const places = [1, 2].map((number) => join(scratch, `zip ${number}`, 'Ellis.zip'));
  for (const place of places) await bags.saveBag(exportId, 'zip', true, place);
  const wrong: string[] = [];
  if (!readFileSync(places[0] ?? '').equals(readFileSync(places[1] ?? ''))) wrong.push('the same export made two archives');
  const unpacked = join(scratch, 'unpacked');
  execFileSync('unzip', ['-q', places[0] ?? '', '-d', unpacked], { env: { ...process.env, LANG: 'C.UTF-8' } });
  const inside = join(unpacked, readdirSync(unpacked)[0] ?? '');
  if (JSON.stringify(filesBelow(inside, '').sort()) !== JSON.stringify(filesBelow(bag, '').sort())) wrong.push('the archive holds other files than the folder');
  wrong.push(...checkByTheRfc(inside).map((line) => `archive, by the RFC: ${line}`));
  if ((await bags.check(places[0] ?? '', 'file')).bags[0]?.bag.isWhole !== true) wrong.push('the program does not find the archive whole');
  return wrong;
}

function harmsOf(bag: string): Harm[] {
  const payload = filesBelow(bag, '').filter((path) => path.startsWith('data/exhibits/')).sort();
  const [first = '', second = '', third = ''] = payload;
  const unlessBroken = (act: (bag: string) => void) => (place: string, isBroken: boolean) => { if (!isBroken) act(place); };
  return [
    { name: 'changed', path: first, said: { page: first, bySha256sum: true }, do: unlessBroken((place) => { const bytes = readFileSync(join(place, first)); bytes[bytes.length >> 1]! ^= 1; writeFileSync(join(place, first), bytes); }) },
    { name: 'missing', path: second, said: { page: second, bySha256sum: true }, do: unlessBroken((place) => rmSync(join(place, second))) },
    { name: 'added', path: 'data/exhibits/planted.txt', said: { page: 'data/exhibits/planted.txt', bySha256sum: false }, do: unlessBroken((place) => writeFileSync(join(place, 'data/exhibits/planted.txt'), 'not hers')) },
    { name: 'renamed', path: third, said: { page: `${third}, now ${third}.renamed`, bySha256sum: true }, do: unlessBroken((place) => renameSync(join(place, third), join(place, `${third}.renamed`))) },
    { name: 'list changed', path: 'HOW-TO-CHECK.txt', said: { page: 'HOW-TO-CHECK.txt', bySha256sum: false }, do: unlessBroken((place) => appendFileSync(join(place, 'HOW-TO-CHECK.txt'), 'x')) },
  ];
}

async function askPages(context: ProofContext, bags: { name: string; folder: string; pageOf: string }[]): Promise<Record<string, string>> {
  const { scratch } = context;
  const shared = join(scratch, 'browser');
  mkdirSync(shared);
  for (const place of [scratch, shared]) chmodSync(place, 0o777);
  const answers = join(shared, 'answers.json');
  writeFileSync(join(shared, 'job.json'), JSON.stringify({ bags, answers, userData: join(shared, 'user-data') }));
  execFileSync('chmod', ['-R', 'a+rX', scratch]);
  await startInElectron(context, join(shared, 'job.json'));
  if (!existsSync(answers)) throw new Error('the checking page left no answer');
  const said = JSON.parse(readFileSync(answers, 'utf8')) as Record<string, string>;
  if (said['error'] !== undefined) throw new Error(said['error']);
  return said;
}
