import { rename, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { addNotes, createVault, makeNotes, newFolder, notesOf, openVault } from './testing/sample-vault';

describe('a vault whose folder is no longer there', () => {
  it('says so at the next save instead of calling it saved, and goes on when the folder is back', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    await addNotes(store, 'before');
    await rename(folder, `${folder}-moved`);
    await expect(addNotes(store, 'while it is gone')).rejects.toMatchObject({ code: 'vault-gone' });
    await expect(addNotes(store, 'still gone')).rejects.toMatchObject({ code: 'vault-gone' });
    await rename(`${folder}-moved`, folder);
    await addNotes(store, 'back');
    await store.close();
    expect(notesOf((await openVault(folder)).store)).toEqual(['before', 'back']);
  });

  it('says so when it was deleted', async () => {
    const folder = await newFolder();
    const store = await createVault(folder);
    await makeNotes(store);
    await addNotes(store, 'before');
    await rm(folder, { recursive: true });
    await expect(addNotes(store, 'after')).rejects.toMatchObject({ code: 'vault-gone' });
  });
});
