import { z } from 'zod';
import { Sha256 } from '../model/identity';
import { mostBags, mostNamed } from './most-named';

const Count = z.number().int().nonnegative();
const Paths = z.array(z.string()).max(mostNamed);

/** What is wrong with a bag besides single files (RFC 8493, section 3). */
export const BagProblem = z.enum([
  /** No `bagit.txt`: it is no bag, or this is missing from it. */
  'no-bagit-txt', 'bagit-txt-strange', 'version-unknown',
  'no-manifest', 'manifest-unreadable', 'manifest-strange-lines', 'manifest-of-unknown-kind', 'listed-twice', 'not-in-every-manifest',
  /** A path that leads out of the bag: it was not looked at. */
  'unsafe-path',
  /** The bag says how many files and bytes it holds, and holds another number. */
  'another-size',
  /** Files are to be fetched from the internet, which is never done here. */
  'to-be-fetched',
]);
export type BagProblem = z.infer<typeof BagProblem>;

/** What a bag's own lists say, beside what is there. Paths are from the bag's folder. */
export const BagChecked = z.object({
  isWhole: z.boolean(),
  problems: z.array(BagProblem),
  /** Files that the manifests list, of payload and tags, and the bytes of those that were read. */
  listedCount: Count, checkedBytes: Count,
  changed: Paths, changedCount: Count,
  missing: Paths, missingCount: Count,
  added: Paths, addedCount: Count,
  unreadable: Paths, unreadableCount: Count,
  /** Missing under one name, and there under another with the same sum. */
  renamed: z.array(z.object({ from: z.string(), to: z.string() })).max(mostNamed), renamedCount: Count,
  /** Laid down by a system (`.DS_Store`, `Thumbs.db`): no part of the bag and no change to it. */
  systemFileCount: Count,
  /** SHA-256 of `tagmanifest-sha256.txt`, which stands for the whole bag; null where there is none. */
  ownSha256: Sha256.nullable(),
  /** What it says of itself in `bag-info.txt`, the first lines. */
  says: z.array(z.object({ label: z.string().max(200), value: z.string().max(500) })).max(30),
});
export type BagChecked = z.infer<typeof BagChecked>;

/** One bag of what was chosen. */
export const BagFound = z.object({
  /** Its folder or archive, from what was chosen; '' where it is what was chosen itself. */
  at: z.string(),
  /** The archive in which it lies, where that is a file of the chosen folder. */
  archive: z.object({ sizeBytes: Count, sha256: Sha256 }).nullable(),
  bag: BagChecked,
});
export type BagFound = z.infer<typeof BagFound>;

/** What a folder, archive or file that somebody received turned out to be. `file`: of a chosen archive or single file its size and SHA-256. */
export const BundleChecked = z.object({
  name: z.string().max(1024),
  file: z.object({ sizeBytes: Count, sha256: Sha256, isPdf: z.boolean() }).nullable(),
  /** Every bag that lies in it, in the order of their places. None: it is no bag, a file alone or a folder without one. */
  bags: z.array(BagFound).max(mostBags),
  /** Files that lie in no bag, where there is one: none of the lists speaks of them. */
  beside: Paths, besideCount: Count,
  /** How many zips lie in a chosen zip that is no bag: into those of a folder one looks, into these not. */
  zipsInZip: Count,
});
export type BundleChecked = z.infer<typeof BundleChecked>;
