import { stat } from 'node:fs/promises';
import type { BagFound, BundleChecked } from '../../../shared/bag/bag-checked';
import { checkBag } from '../../../shared/bag/check-bag';
import { filesBeside, findBags, namedBeside } from '../../../shared/bag/find-bags';
import { mostBags } from '../../../shared/bag/most-named';
import { Refusal } from '../../../shared/contract/errors';
import type { ReadJob } from '../../../shared/worker-protocol';
import { Archive, isArchive } from './archive';
import { type AllFiles, filesOfArchive, FilesToCheck, type OneFile, Progress } from './bundle-files';
import { DiskFile, OpenFiles } from './disk-file';
import { listFolder } from './folder';
import { Budget, type ReadingLimits, readingLimits } from './limits';
import type { Outbox } from './outbox';

/** Bags that lie in one folder or archive. `at`: that archive's path in what was chosen, and the file it is; '' and null for what was chosen itself. */
interface BagsOf {
  readonly at: string;
  readonly packed: DiskFile | null;
  readonly all: AllFiles;
  readonly roots: readonly string[];
}

/** Looks at what somebody received: bags as folders or packed, or a file alone. Nothing is stored or written. Its last word is `bundle-checked`. */
export async function checkBundleJob({ path, name }: Extract<ReadJob, { job: 'check-bundle' }>, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const about = await stat(path).catch(() => {
    throw new Refusal('file-unreadable', name);
  });
  const budget = new Budget({ ...limits, systemFilesToo: true }, name);
  const pool = new OpenFiles(!about.isDirectory());
  try {
    outbox.say({ say: 'bundle-checked', checked: about.isDirectory() ? await checkFolder(path, name, pool, budget, outbox) : await checkFile(path, name, pool, budget, outbox) });
  } finally {
    await pool.closeAll();
  }
}

async function checkFolder(place: string, name: string, pool: OpenFiles, budget: Budget, outbox: Outbox): Promise<BundleChecked> {
  const { files, leftOut } = await listFolder(place, name, pool, budget, () => outbox.progress(0, 0, 'bytes'));
  const all = new Map<string, OneFile | null>(leftOut.map(({ path }) => [path, null]));
  for (const file of files) all.set(file.path, file);
  const paths = [...all.keys()];
  const roots = findBags(paths);
  const besideRoots = new Set(filesBeside(paths, roots));
  const packed: BagsOf[] = [];
  for (const file of files) {
    if (!besideRoots.has(file.path)) continue;
    const inside = await openBeside(file, budget);
    if (inside === null) continue;
    packed.push(inside);
    besideRoots.delete(file.path);
  }
  const places: BagsOf[] = [{ at: '', packed: null, all, roots }, ...packed];
  const total = places.reduce((sum, { all: those, roots: bags, packed: archive }) => sum + totalOf(those, bags) + (archive?.sizeBytes ?? 0), 0);
  return { name, file: null, bags: await checkAll(places, new Progress(outbox, total), budget), ...namedBeside([...besideRoots]), zipsInZip: 0 };
}

/** An archive in a chosen folder, where bags lie in it; null for any other file. One that is damaged or locked is a file beside the others, and does not keep them from being checked. */
async function openBeside(file: DiskFile, budget: Budget): Promise<BagsOf | null> {
  try {
    if (file.sizeBytes === 0 || !isArchive(file.beginning(4))) return null;
    const all = filesOfArchive(await Archive.open(file, file.path, budget));
    const roots = findBags([...all.keys()]);
    return roots.length === 0 ? null : { at: file.path, packed: file, all, roots };
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'limit-exceeded') return null;
    throw error;
  }
}

async function checkFile(place: string, name: string, pool: OpenFiles, budget: Budget, outbox: Outbox): Promise<BundleChecked> {
  const file = await DiskFile.find(place, name, pool, true);
  const beginning = file.beginning(1024);
  const isPdf = new TextDecoder('latin1').decode(beginning).includes('%PDF-');
  // Of a damaged archive at least its own sum is told.
  const archive = isArchive(beginning) ? await Archive.open(file, name, budget).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-understood') return null;
    throw error;
  }) : null;
  const all: AllFiles = archive === null ? new Map() : filesOfArchive(archive);
  const paths = [...all.keys()];
  const roots = findBags(paths);
  const progress = new Progress(outbox, totalOf(all, roots) + file.sizeBytes);
  const sha256 = await file.sha256((done) => progress.read(done));
  progress.took(file.sizeBytes);
  const bags = await checkAll([{ at: '', packed: null, all, roots }], progress, budget);
  return { name, file: { sizeBytes: file.sizeBytes, sha256, isPdf }, bags, ...namedBeside(bags.length === 0 ? [] : filesBeside(paths, roots)), zipsInZip: bags.length === 0 ? paths.filter((each) => /\.zip$/i.test(each)).length : 0 };
}

/** One bag after another. Refuses `limit-exceeded` rather than to leave some out unsaid. */
async function checkAll(places: readonly BagsOf[], progress: Progress, budget: Budget): Promise<BagFound[]> {
  if (places.reduce((sum, { roots }) => sum + roots.length, 0) > mostBags) budget.refuse();
  const found: BagFound[] = [];
  for (const { at, packed, all, roots } of places) {
    const files = new FilesToCheck(all, progress);
    let archive: BagFound['archive'] = null;
    if (packed !== null) {
      archive = { sizeBytes: packed.sizeBytes, sha256: await packed.sha256((done) => progress.read(done)) };
      progress.took(packed.sizeBytes);
    }
    for (const root of roots) {
      const within = root.replace(/\/$/u, '');
      // A packed bag has a folder of its own as a rule: it is named where the archive's name is not enough.
      found.push({ at: at === '' ? within : roots.length === 1 ? at : `${at}/${within}`, archive, bag: await checkBag(files, root) });
    }
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What will be read of the bags in these folders. */
function totalOf(all: AllFiles, roots: readonly string[]): number {
  let sum = 0;
  for (const [path, file] of all) if (file !== null && roots.some((root) => path.startsWith(root))) sum += file.sizeBytes;
  return sum;
}
