import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, askForTask, askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import { lockVault } from './support/locked';

test('a document is read by ranges inside the program, never as a page, and not after the lock', async ({ folder, tidemark }) => {
  const { page } = tidemark;
  const made = await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together');
  expect(made).toMatchObject({ ok: true });
  const file = join(folder, 'saved page.html');
  writeFileSync(file, '<!doctype html><title>t</title><script>parent.acted = true</script>');
  tidemark.answerDialogs({ open: [file] });
  const { grants } = await mustAsk(page, 'documents.choose', {});
  expect(grants).toMatchObject([{ name: 'saved page.html', sizeBytes: 67 }]);
  const added = await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
  expect(added).toMatchObject({ state: 'finished', result: { kind: 'document', value: { duplicateOfId: null } } });
  expect(await ask(page, 'documents.add', { grant: grants[0]!.grant })).toEqual({ ok: false, error: { code: 'grant-spent' } });
  const id = added.result?.kind === 'document' ? added.result.value.document.id : '';
  const { url } = await mustAsk(page, 'documents.show', { id });

  const read = await page.evaluate(async (address) => {
    const response = await fetch(address, { headers: { range: 'bytes=0-8' } });
    const isFrameRefused = await Promise.resolve().then(() => document.createElement('iframe')).then(() => false, () => true);
    // As a page of its own: the window stays where it is.
    location.assign(address);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text(), isFrameRefused, acted: 'acted' in globalThis };
  }, url);
  expect(read).toEqual({ status: 206, type: 'text/plain; charset=utf-8', text: '<!doctype', isFrameRefused: true, acted: false });

  await lockVault(page);
  expect(await page.evaluate((address) => fetch(address).then((response) => response.status), url)).toBe(404);
});

test('work that is under way when the vault locks ends by itself, and nothing half-done is kept', async ({ folder, tidemark }) => {
  const { page } = tidemark;
  await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together');
  const file = join(folder, 'long film.bin');
  writeFileSync(file, Buffer.alloc(400 * 1024 * 1024, 7));
  tidemark.answerDialogs({ open: [file] });
  const { grants } = await mustAsk(page, 'documents.choose', {});
  await mustAsk(page, 'documents.add', { grant: grants[0]!.grant });
  await lockVault(page);
  expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, 'four plain words together')).toMatchObject({ ok: true });
  expect((await mustAsk(page, 'documents.list', { offset: 0, limit: 10 })).total).toBe(0);
});
