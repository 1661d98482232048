import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Debian 12's source packages of two PDF programs, as their authors gave them out: in them lie the PDFs of their tests. */
const corpora = [
  { name: 'pdfjs', source: 'pdf.js', archive: 'pdf.js_2.14.305+dfsg.orig.tar.xz', sha256: 'c6248d0b329c9edbea169740571561fd0941d9ff634c1b4c7bdaca5d681f34ce' },
  { name: 'qpdf', source: 'qpdf', archive: 'qpdf_11.3.0.orig.tar.gz', sha256: '547cee67de77b5c4ef4917e57d2db9c848cfe3aa950361f68d36367a3a03936e' },
] as const;

const fetchLimitMs = 10 * 60_000;

/**
 * Every PDF of the corpora by its name, `pdfjs bug766138.pdf`. Fetched once with apt-get into the user's cache, each archive checked by its SHA-256; or taken out of the archives that lie in the folder TIDEMARK_PDF_CORPORA names.
 * Throws where they cannot be had.
 */
export async function wholeCorpora(say: (progress: string) => void): Promise<Record<string, string>> {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tidemark-pdf-corpora');
  mkdirSync(cache, { recursive: true });
  const files: Record<string, string> = {};
  for (const corpus of corpora) {
    const place = join(cache, corpus.sha256.slice(0, 16));
    if (!existsSync(place)) await unpackInto(place, cache, corpus, say);
    for (const path of pdfsBelow(place)) {
      const name = `${corpus.name} ${basename(path)}`;
      files[name in files ? `${corpus.name} ${basename(dirname(path))} ${basename(path)}` : name] = path;
    }
  }
  return files;
}

/** The few that lie beside this file (README.md there says which and why). */
export function vendoredFiles(root: string): Record<string, string> {
  const folder = join(root, 'scripts/proofs/pdf-corpus-work/files');
  return Object.fromEntries(readdirSync(folder).filter((file) => file.endsWith('.pdf')).sort().map((file) => [`qpdf ${file}`, join(folder, file)]));
}

async function unpackInto(place: string, cache: string, { source, archive, sha256 }: (typeof corpora)[number], say: (progress: string) => void): Promise<void> {
  const scratch = mkdtempSync(join(cache, '.tmp-'));
  try {
    const given = process.env.TIDEMARK_PDF_CORPORA;
    if (given === undefined) {
      say(`fetching the source of ${source} with apt-get`);
      fetchSource(source, scratch);
    }
    const file = join(given ?? scratch, archive);
    if (!existsSync(file)) throw new Error(`${archive} cannot be had here: it is of Debian 12; set TIDEMARK_PDF_CORPORA to a folder that holds it`);
    if ((await sumOf(file)) !== sha256) throw new Error(`${archive} is another file: its SHA-256 is not the one in scripts/proofs/pdf-corpus-work/corpora.ts`);
    const out = join(scratch, 'out');
    mkdirSync(out);
    const { status, stderr } = spawnSync('tar', ['-xf', file, '-C', out, '--no-same-owner', '--wildcards', '*.pdf'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${archive} does not unpack: ${stderr.trim()}`);
    renameSync(out, place);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** With lists of its own in the folder: nothing of the machine's is changed. Which servers to ask is as the machine has it for its packages; what comes is trusted by its SHA-256 alone. */
function fetchSource(source: string, folder: string): void {
  const list = join(folder, 'sources.list');
  const asked = spawnSync('apt-get', ['indextargets', '--format', 'deb-src [trusted=yes] $(REPO_URI) $(RELEASE) $(COMPONENT)', 'Created-By: Packages', 'Component: main'], { encoding: 'utf8' });
  writeFileSync(list, [...new Set(asked.stdout.split('\n').filter((line) => / bookworm /.test(line)))].map((line) => `${line}\n`).join(''));
  for (const part of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, part), { recursive: true });
  const own = ['-q', '-o', `Dir::Etc::sourcelist=${list}`, '-o', 'Dir::Etc::sourceparts=/dev/null', '-o', `Dir::State::lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${join(folder, 'cache')}`, '-o', 'APT::Sandbox::User=root'];
  for (const what of [['update'], ['source', '--download-only', source]]) {
    const { status, stderr } = spawnSync('apt-get', [...own, ...what], { cwd: folder, encoding: 'utf8', timeout: fetchLimitMs });
    if (status !== 0) throw new Error(`apt-get could not fetch the source of ${source}: ${stderr.trim().split('\n')[0]}`);
  }
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

function pdfsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.pdf$/i.test(path)).sort().map((path) => join(folder, path));
}

/** The SHA-256 over all files and their names, in order: which corpus it was. */
export function sealOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const [name, path] of Object.entries(files)) hash.update(`${name}\0${createHash('sha256').update(readFileSync(path)).digest('hex')}\n`);
  return hash.digest('hex').slice(0, 16);
}
