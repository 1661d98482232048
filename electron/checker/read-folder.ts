/** One file of the folder, by its path from what was chosen. */
export interface FolderFile { readonly path: string; readonly file: File }

/** Of `<input webkitdirectory>`: the folder's own name stands first in every path. */
export function filesOfInput(input: HTMLInputElement): FolderFile[] {
  return [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * Of what was dropped. Browsers differ in what they let a page do that was itself opened from the disk: Chromium refuses the older way there (`EncodingError`) and allows the newer.
 * null where neither is allowed. Must be called while the drop is handled.
 */
export async function filesOfDrop(items: DataTransferItemList): Promise<FolderFile[] | null> {
  const dropped = [...items].filter(({ kind }) => kind === 'file').map((item) => ({
    handle: 'getAsFileSystemHandle' in item ? (item as unknown as { getAsFileSystemHandle(): Promise<FileSystemHandle | null> }).getAsFileSystemHandle().catch(() => null) : Promise.resolve(null),
    entry: item.webkitGetAsEntry(),
  }));
  const files: FolderFile[] = [];
  for (const { handle, entry } of dropped) {
    const newer = await handle;
    try {
      if (newer !== null) await takeHandle(newer, '', files);
      else if (entry !== null) await takeEntry(entry, '', files);
      else return null;
    } catch {
      return null;
    }
  }
  return files;
}

async function takeHandle(handle: FileSystemHandle, at: string, into: FolderFile[]): Promise<void> {
  const path = at + handle.name;
  if (handle.kind === 'file') return void into.push({ path, file: await (handle as FileSystemFileHandle).getFile() });
  const within = (handle as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
  for await (const each of within) await takeHandle(each, `${path}/`, into);
}

async function takeEntry(entry: FileSystemEntry, at: string, into: FolderFile[]): Promise<void> {
  const path = at + entry.name;
  if (entry.isFile) return void into.push({ path, file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) });
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // It gives a hundred at a time, until it gives none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const each of some) await takeEntry(each, `${path}/`, into);
  }
}
