import { stat } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors';
import { FoundFiles } from '../../../shared/importers/found-files';
import type { MailImporter } from '../../../shared/importers/mail/reading';
import type { Importer } from '../../../shared/importers/reading';
import { beginsLikeCompoundFile } from '../../../shared/importers/mail/msg/compound-file';
import { importers } from '../../../shared/importers/registry';
import { tellSource } from '../../../shared/importers/tell-source';
import { Archive, holdsFiles, isArchive } from './archive';
import type { LeftOutFile } from './archive-entries';
import { DiskFile, lastName, OpenFiles } from './disk-file';
import { listFolder } from './folder';
import { Budget, type ReadingLimits } from './limits';
import { ArchiveMember, DiskMember, type Member, type ReadingMeans } from './member';
import type { ReadingProgress } from './reading-progress';
import { looksLikeText } from './text-beginning';
import { UnpackedArchives } from './unpacked-archive';

/** A source that has been looked through: what is in it, and which importer knows which file. */
export interface OpenedSource {
  readonly isFolder: boolean;
  readonly found: FoundFiles;
  /** Every file in it that can be read, in its order. */
  readonly members: readonly Member[];
  /** In the registry's order; each with the files it recognised, in the source's order. */
  readonly recognised: readonly { readonly importer: Importer; readonly files: readonly Member[] }[];
  /** Files of mail, each with who reads it, and files of positions; in the source's order. */
  readonly mails: readonly { readonly importer: MailImporter; readonly file: Member }[];
  readonly positions: readonly Member[];
  readonly leftOut: readonly LeftOutFile[];
  close(): Promise<void>;
}

/**
 * Looks through a file, an archive or a folder. Refuses `file-unreadable`, `file-empty`, `limit-exceeded`; `not-understood` when neither a conversation nor mail nor positions are in it, or, where that may be the reason,
 * `encrypted-file`, `file-unreadable` or `limit-exceeded`.
 */
export async function openSource(place: string, name: string, limits: ReadingLimits, progress: ReadingProgress): Promise<OpenedSource> {
  const about = await stat(place).catch(() => {
    throw new Refusal('file-unreadable', name);
  });
  const pool = new OpenFiles(!about.isDirectory());
  const search = new Search(new Budget(limits, name), progress);
  try {
    if (about.isDirectory()) {
      const { files, leftOut } = await listFolder(place, name, pool, search.budget, () => progress.lookedAt());
      search.leftOut.push(...leftOut);
      for (const file of files) await search.lookAt(new DiskMember(file, search.means), 1);
    } else {
      await search.lookAtAlone(new DiskMember(await DiskFile.find(place, name, pool, true), search.means), name);
    }
    await search.leaveUnsound();
    const recognised = importers.flatMap((importer) => {
      const files = search.recognised.get(importer);
      return files ? [{ importer, files }] : [];
    });
    if (recognised.length + search.mails.size + search.positions.size === 0) throw new Refusal(search.whyNothing(), name);
    return {
      isFolder: about.isDirectory(), found: new FoundFiles(name, search.members, search.leftOut.map(({ path }) => path)), members: search.members, recognised,
      mails: [...search.mails].map(([file, importer]) => ({ importer, file })), positions: [...search.positions], leftOut: search.leftOut, close: () => pool.closeAll(),
    };
  } catch (error) {
    await pool.closeAll();
    throw error;
  }
}

class Search {
  readonly #isThere = new Set<Member>();
  readonly leftOut: LeftOutFile[] = [];
  readonly recognised = new Map<Importer, Member[]>();
  readonly mails = new Map<Member, MailImporter>();
  readonly positions = new Set<Member>();
  readonly #paths = new Set<string>();
  #hasTooLarge = false;

  readonly means: ReadingMeans;
  readonly #unpacked: UnpackedArchives;

  constructor(readonly budget: Budget, progress: ReadingProgress) {
    this.means = { limits: budget.limits, progress };
    this.#unpacked = new UnpackedArchives(budget);
  }

  /** In the source's order. */
  get members(): readonly Member[] {
    return [...this.#isThere];
  }

  /** The one file that she chose. */
  async lookAtAlone(file: DiskMember, name: string): Promise<void> {
    if (!isArchive(await file.peek())) return this.lookAt(file, 1);
    // Damaged as a whole, it is refused; within a folder it would be left out.
    const archive = await Archive.open(file.outer, name, this.budget);
    await this.#lookInside(archive, file, '', 1);
  }

  /** `depth`: 1 for a file on the disk, 2 for one in an archive there, and so on. */
  async lookAt(member: Member, depth: number): Promise<void> {
    this.means.progress.lookedAt();
    if (this.#paths.has(member.path)) {
      this.leftOut.push({ path: member.path, reason: 'same-name' });
      return;
    }
    this.#paths.add(member.path);
    this.#isThere.add(member);
    if (member.sizeBytes === 0) return;
    try {
      const beginning = await member.peek();
      if (isArchive(beginning)) await this.#lookIntoArchive(member, beginning, depth);
      else if (looksLikeText(beginning) || beginsLikeCompoundFile(beginning)) await this.#recognise(member);
    } catch (error) {
      // One file that cannot be read leaves the others what they are.
      if (!(error instanceof Refusal) || (error.code !== 'file-unreadable' && error.code !== 'file-changed')) throw error;
      this.#leave(member, 'unreadable');
    }
  }

  /** Where several files hold something, one that does not unpack whole must not end the reading of the others. */
  async leaveUnsound(): Promise<void> {
    const files = [...this.recognised.values(), [...this.mails.keys()], [...this.positions]].flat();
    if (files.length < 2) return;
    for (const file of files) {
      if (!(file instanceof ArchiveMember) || (await file.isSound())) continue;
      this.#leave(file, 'unreadable');
      this.mails.delete(file);
      this.positions.delete(file);
    }
    for (const [importer, of] of this.recognised) {
      const sound = of.filter((file) => this.#isThere.has(file));
      if (sound.length > 0) this.recognised.set(importer, sound);
      else this.recognised.delete(importer);
    }
  }

  async #recognise(member: Member): Promise<void> {
    const told = await tellSource(member);
    if (told.as === 'document') return;
    if (member.sizeBytes > this.budget.limits.textBytes) {
      this.#hasTooLarge = true;
      this.#leave(member, 'too-large');
      return;
    }
    if (told.as === 'mail') return void this.mails.set(member, told.importer);
    if (told.as === 'location') return void this.positions.add(member);
    const files = this.recognised.get(told.importer);
    if (files) files.push(member);
    else this.recognised.set(told.importer, [member]);
  }

  async #lookIntoArchive(member: Member, beginning: Uint8Array, depth: number): Promise<void> {
    if (!holdsFiles(beginning)) return;
    const { limits } = this.budget;
    if (depth > limits.archiveDepth) return void this.leftOut.push({ path: member.path, reason: 'too-deep' });
    const stretch = await member.asArchive();
    if (!stretch && member.sizeBytes > limits.innerArchiveBytes) return void this.leftOut.push({ path: member.path, reason: 'too-large' });
    try {
      const archive = await Archive.open(stretch ?? this.#unpacked.access(member), lastName(member.path), this.budget);
      await this.#lookInside(archive, member, `${member.path}/`, depth);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'not-understood') throw error;
      this.leftOut.push({ path: member.path, reason: 'unreadable' });
    }
  }

  async #lookInside(archive: Archive, holder: Member, at: string, depth: number): Promise<void> {
    const within = holder.entryName === '' ? '' : `${holder.entryName}/`;
    for (const { path, reason } of archive.leftOut) this.leftOut.push({ path: at + path, reason });
    for (const entry of archive.entries) await this.lookAt(new ArchiveMember(archive, entry, at, within, holder.outer, this.means), depth + 1);
  }

  #leave(member: Member, reason: LeftOutFile['reason']): void {
    this.leftOut.push({ path: member.path, reason });
    this.#isThere.delete(member);
  }

  /** When nothing is left that could be read, the reason why something was left out says most. */
  whyNothing(): 'encrypted-file' | 'file-unreadable' | 'limit-exceeded' | 'not-understood' {
    const texts = this.leftOut.filter(({ path }) => /\.(?:txt|json|xml|html?|csv|tsv|eml|emlx|mbox|msg)$/i.test(path));
    if (texts.some(({ reason }) => reason === 'encrypted')) return 'encrypted-file';
    if (this.leftOut.some(({ reason }) => reason === 'unreadable')) return 'file-unreadable';
    return this.#hasTooLarge || texts.some(({ reason }) => reason === 'too-large') ? 'limit-exceeded' : 'not-understood';
  }
}
