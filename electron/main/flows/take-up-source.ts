import { stat } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors';
import type { SourceGrant } from '../../../shared/contract/program-calls';
import type { Grants } from '../files/grants';
import { isNetworkPath } from '../files/network-path';

/** A grant for what she dropped to be looked into: a file, or a folder with all that is in it. Refuses as `Grants.give` does, and `file-unreadable` where nothing was on the disk. */
export async function takeUpSource(grants: Pick<Grants, 'give'>, place: string | undefined): Promise<SourceGrant> {
  if (place === undefined) throw new Refusal('file-unreadable');
  // Asking a share on another machine what it is would already be a packet.
  const isFolder = !isNetworkPath(place) && ((await stat(place).catch(() => null))?.isDirectory() ?? false);
  return { ...(await grants.give(place, isFolder ? 'folder' : 'file')), isFolder };
}
