import { z } from 'zod';
import { call, None } from '../contract/call';
import { Bytes } from '../model/bytes';
import { BroughtIn } from '../model/import';
import { Id, Sha256, UtcInstant } from '../model/identity';
import { ImportChoices } from '../model/source-preview';
import { pieceMessages, sealedFiles } from '../worker-protocol';

/** A file of the source by its place, and what its bytes hash to. */
const FileHash = z.object({ path: z.string().max(4096), sha256: Sha256 });

/**
 * What the shell may ask of the vault process while a source is brought in: a part of vault-calls.ts. One import holds any number of conversations, mails and positions; nothing of it shows until
 * `imports.commit`, and abandoned, refused or cut short it leaves nothing. What the reader says (worker-protocol.ts) is passed on as it is.
 */
export const importVaultCalls = {
  /**
   * Seals the files that the reader recognised, in its order. `isFolder` false: `path` is that file or archive, and the one path of `files` is not looked at; true: each lies at its path in the
   * folder. Refuses `duplicate` when all that is wanted came from them before, `bad-call` for a path that leads out of the folder, and as `documents.seal`.
   */
  'imports.begin': call(
    'vault',
    z.object({ taskId: Id, path: z.string().max(32_768), name: z.string().max(1024), isFolder: z.boolean(), files: z.array(z.string().min(1).max(4096)).min(1).max(sealedFiles), ...ImportChoices.shape }),
    z.object({ importId: Id, seals: z.array(FileHash) }),
  ),
  /** `ReadPart`s in the source's order, parsed again here. Conversations that were not chosen are passed over. `stored`: messages, mails and positions of the whole import so far. */
  'imports.addParts': call('vault', z.object({ importId: Id, parts: z.array(z.unknown()).max(pieceMessages) }), z.object({ stored: z.number().int() })),
  /**
   * Bytes of a file that messages or mails name, in order; files do not interleave. It may come before the messages that name it, or after. `isSound` false, only with `last`: what came of it is dropped,
   * and its messages say that it was not opened. So they do of a file that never comes. A file that no stored message names is not kept.
   */
  'imports.addFile': call('vault', z.object({ importId: Id, id: z.string().min(1).max(80), name: z.string().max(1024), bytes: Bytes, last: z.boolean(), isSound: z.boolean(), modifiedUtc: UtcInstant.nullable(), mediaType: z.string().max(200) }), None),
  /** Shows everything. `read` and `mayBeTruncated`: as in `source-end`. Refuses `file-changed` unless each file read is the one sealed. A conversation of which no message came is not made; mail and positions that came from the same place of the same file before are passed over. */
  'imports.commit': call('vault', z.object({ importId: Id, read: z.array(FileHash).max(sealedFiles), mayBeTruncated: z.array(z.string().max(1024)).max(100_000) }), BroughtIn),
  'imports.abandon': call('vault', z.object({ importId: Id }), None),
} as const;
