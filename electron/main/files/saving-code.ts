/** Why something could not be written where she chose, by the system's own code. */
export function savingCodeOf(error: unknown): 'disk-full' | 'drive-file-limit' | 'folder-unwritable' | 'place-gone' | 'cannot-save' {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOSPC': case 'EDQUOT': return 'disk-full';
    case 'EFBIG': return 'drive-file-limit';
    case 'EACCES': case 'EPERM': case 'EROFS': return 'folder-unwritable';
    case 'ENOENT': case 'ENOTDIR': case 'ENODEV': case 'ENXIO': case 'ESTALE': return 'place-gone';
    default: return 'cannot-save';
  }
}
