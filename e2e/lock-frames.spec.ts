import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { askWithSecret } from './support/ask';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { pressKey } from './support/lock-key';
import { markPage, untilReplaced } from './support/locked';
import { place } from './support/places';

const passphrase = 'four plain words together';

/** A PNG of one colour that the program itself has nowhere. */
function magentaPicture(widthPx: number, heightPx: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const [length, body, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(type), data]), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(widthPx * 3, Buffer.from([255, 0, 255]))]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(Array<Buffer>(heightPx).fill(row)))), chunk('IEND', Buffer.alloc(0))]);
}

interface SeenFrame { atMs: number; magenta: number; pixels: number }

/** From now on every frame that the window draws is looked at, whichever process draws it. */
const watchFrames = ({ app }: Tidemark) =>
  app.evaluate(({ BrowserWindow }) => {
    const frames: SeenFrame[] = ((globalThis as { seenFrames?: SeenFrame[] }).seenFrames = []);
    BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.webContents.beginFrameSubscription(false, (image) => {
      const bytes = image.toBitmap();
      let magenta = 0;
      for (let i = 0; i < bytes.length; i += 4) if (bytes[i]! > 200 && bytes[i + 1]! < 60 && bytes[i + 2]! > 200) magenta++;
      frames.push({ atMs: Date.now(), magenta, pixels: bytes.length / 4 });
    });
  });
const framesSeen = ({ app }: Tidemark): Promise<SeenFrame[]> => app.evaluate(() => (globalThis as { seenFrames?: SeenFrame[] }).seenFrames ?? []);

test('from the lock key on no frame shows anything of the record, and none while it is unlocked again', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  writeFileSync(join(folder, 'magenta.png'), magentaPicture(1200, 900));
  tidemark.answerDialogs({ open: [join(folder, 'magenta.png')] });
  await place(page, 'Documents').click();
  await page.getByRole('button', { name: 'Add documents' }).click();
  await page.getByRole('option', { name: 'magenta.png' }).click();
  await page.getByRole('button', { name: 'Show the picture' }).click();
  await expect(page.getByRole('img', { name: 'magenta.png' })).toBeVisible();
  await tidemark.focusWindow();
  await watchFrames(tidemark);
  // What is looked for is really on the screen before the key.
  await expect.poll(async () => {
    await page.mouse.move(Math.random() * 300, Math.random() * 300);
    const last = (await framesSeen(tidemark)).at(-1);
    return last === undefined ? 0 : last.magenta / last.pixels;
  }).toBeGreaterThan(0.1);

  await markPage(page);
  const at = await pressKey(tidemark, 'L', ['control', 'shift']);
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await untilReplaced(page);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  const locked = (await framesSeen(tidemark)).length;
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible();
  await page.waitForTimeout(500);

  const frames = await framesSeen(tidemark);
  const after = frames.filter(({ atMs }) => atMs >= at);
  const firstBlank = after.findIndex(({ magenta }) => magenta === 0);
  console.info(`first frame without content ${after[firstBlank]!.atMs - at} ms after the key; of ${after.length} frames after the key ${after.filter(({ magenta }) => magenta > 0).length} hold content`);
  // Sooner than the page could be replaced: it is the blanking that is seen.
  expect(after[firstBlank]!.atMs - at).toBeLessThan(250);
  expect(after.slice(firstBlank).filter(({ magenta }) => magenta > 0)).toEqual([]);
  // It went on looking: through the locked door, and through the opening.
  expect(locked).toBeGreaterThan(frames.length - after.length + firstBlank + 1);
  expect(frames.length).toBeGreaterThan(locked);
});
