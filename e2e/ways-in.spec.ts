import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { printShare, readShare } from '../electron/vault/store/secrets/recovery-share';
import type { CallName, CallResult } from '../shared/contract';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { lockVault } from './support/locked';

const passphrase = 'four plain words together';
const next = 'another six words for the door';

/** Asks through the bridge; every `{ utf8 }` in the input becomes bytes in the page. */
function askSecretly<N extends CallName>(page: Page, name: N, input: object): Promise<CallResult<N>> {
  return page.evaluate(([call, given]) => {
    const made = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if ('utf8' in value) return new TextEncoder().encode(String(value.utf8).normalize('NFKC'));
      return Array.isArray(value) ? value.map(made) : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, made(member)]));
    };
    return (globalThis as unknown as { tidemark: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).tidemark.calls[call]!(made(given));
  }, [name, input] as const) as Promise<CallResult<N>>;
}
const proof = { passphrase: { utf8: passphrase } };

const openNewVault = ({ page }: Tidemark) => askWithSecret(page, 'vault.create', { folder: null }, passphrase);
const unlock = (page: Page, secret: object) => askSecretly(page, 'vault.unlock', { folder: null, secret });
const kinds = async (page: Page): Promise<string[]> => (await mustAsk(page, 'waysIn.list', {})).ways.map((way) => way.kind);
const history = async (page: Page): Promise<string[]> => (await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit: 50 })).entries.map((entry) => entry.kind);

test('changes the passphrase: the old one opens nothing any more, and every attempt stands in the history', async ({ tidemark }) => {
  const { page } = tidemark;
  await openNewVault(tidemark);
  expect(await askSecretly(page, 'waysIn.changePassphrase', { passphrase: { utf8: 'not the passphrase' }, next: { utf8: next } })).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(await askSecretly(page, 'waysIn.changePassphrase', { ...proof, next: { utf8: 'password1' } })).toEqual({ ok: false, error: { code: 'passphrase-too-weak' } });
  expect(await askSecretly(page, 'waysIn.changePassphrase', { ...proof, next: { utf8: passphrase } })).toEqual({ ok: false, error: { code: 'same-secret' } });
  expect(await askSecretly(page, 'waysIn.changePassphrase', { ...proof, next: { utf8: next } })).toEqual({ ok: true, value: {} });
  await lockVault(page);
  expect(await unlock(page, { kind: 'passphrase', bytes: { utf8: passphrase } })).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(await unlock(page, { kind: 'passphrase', bytes: { utf8: next } })).toMatchObject({ ok: true });
  expect(await history(page)).toEqual(['vault-opened', 'attempt-refused', 'passphrase-changed', 'attempt-refused', 'vault-created']);
});

test('an older first page put back opens with the old passphrase, and she is told: on the screen and in the history', async ({ tidemark }) => {
  const { page, userData } = tidemark;
  await openNewVault(tidemark);
  const heads = ['head.0', 'head.1'].map((name) => join(userData, 'vault', name));
  const old = heads.map((head) => readFileSync(head));
  expect(await askSecretly(page, 'waysIn.changePassphrase', { ...proof, next: { utf8: next } })).toEqual({ ok: true, value: {} });
  await lockVault(page);
  heads.forEach((head, i) => writeFileSync(head, old[i]!));
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText(/^An older first page of this vault was put back/)).toBeVisible();
  const { entries } = await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit: 1 });
  expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ notices: expect.arrayContaining(['first-page-older']) as string[] });
});

test('a key file opens the vault under any name, until it is ended or another takes its place', async ({ tidemark }) => {
  const { page, userData } = tidemark;
  await openNewVault(tidemark);
  const [first, second, renamed] = ['stick-key', 'second-key', 'holiday.jpg'].map((name) => join(userData, name)) as [string, string, string];
  expect(await askSecretly(page, 'waysIn.makeKeyFile', proof)).toEqual({ ok: true, value: { made: false } });
  tidemark.answerDialogs({ save: first });
  expect(await askSecretly(page, 'waysIn.makeKeyFile', { passphrase: { utf8: 'not the passphrase' } })).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(existsSync(first)).toBe(false);
  expect(await askSecretly(page, 'waysIn.makeKeyFile', proof)).toEqual({ ok: true, value: { made: true } });
  expect([statSync(first).size, statSync(first).mode & 0o777]).toEqual([1024, 0o600]);
  expect(await kinds(page)).toEqual(['passphrase', 'recovery-code', 'key-file']);
  tidemark.answerDialogs({ save: join(userData, 'gone', 'key') });
  expect(await askSecretly(page, 'waysIn.makeKeyFile', proof)).toEqual({ ok: false, error: { code: 'place-gone' } });

  copyFileSync(first, renamed);
  const openWith = async (place: string) => {
    await lockVault(page);
    tidemark.answerDialogs({ open: [place] });
    const { chosen } = await mustAsk(page, 'vault.chooseKeyFile', {});
    return unlock(page, { kind: 'key-file', file: chosen!.grant });
  };
  expect(await openWith(renamed)).toMatchObject({ ok: true });
  tidemark.answerDialogs({ save: second });
  expect(await askSecretly(page, 'waysIn.makeKeyFile', proof)).toEqual({ ok: true, value: { made: true } });
  expect(await openWith(first)).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  writeFileSync(renamed, 'too short');
  expect(await openWith(renamed)).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(await openWith(second)).toMatchObject({ ok: true });
  expect(await askSecretly(page, 'waysIn.remove', { ...proof, kind: 'key-file' })).toEqual({ ok: true, value: {} });
  expect(await openWith(second)).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(await unlock(page, { kind: 'passphrase', bytes: { utf8: passphrase } })).toMatchObject({ ok: true });
  expect((await history(page)).filter((kind) => kind === 'attempt-refused')).toHaveLength(4);
  expect(readdirSync(userData).filter((name) => name.endsWith('.part'))).toEqual([]);
});

/** As the share, and not on the same polynomial: its check digits agree. */
function forged(printed: string): string {
  const share = readShare(new TextEncoder().encode(printed));
  return printShare({ ...share, point: share.point.map((byte) => byte ^ 1) });
}

test('shares open the vault together, and say what does not fit', async ({ tidemark }) => {
  const { page } = tidemark;
  await openNewVault(tidemark);
  const people = ['Anna', 'Ms Okoro', 'Dr Bell'];
  const made = async () => {
    const answer = await askSecretly(page, 'waysIn.makeShares', { ...proof, needed: 2, people });
    return answer.ok ? answer.value.shares.map((share) => share.printed) : [];
  };
  expect(await askSecretly(page, 'waysIn.makeShares', { ...proof, needed: 4, people })).toEqual({ ok: false, error: { code: 'bad-call' } });
  const older = await made();
  const shares = await made();
  expect((await mustAsk(page, 'waysIn.list', {})).ways.at(-1)).toMatchObject({ kind: 'shared-key', shares: { needed: 2, people } });
  await lockVault(page);
  const together = (...typed: string[]) => unlock(page, { kind: 'shared-key', shares: typed.map((share) => ({ utf8: share })) });
  expect(await askSecretly(page, 'vault.readShare', { typed: { utf8: shares[2]!.toLowerCase() } })).toEqual({ ok: true, value: { setId: shares[0]!.slice(0, 5), number: 3, needed: 2 } });
  const mistyped = shares[0]!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(await askSecretly(page, 'vault.readShare', { typed: { utf8: mistyped } })).toEqual({ ok: false, error: { code: 'code-not-matching' } });
  expect(await together(shares[0]!, mistyped)).toEqual({ ok: false, error: { code: 'code-not-matching' } });
  expect(await together(shares[1]!, shares[1]!)).toEqual({ ok: false, error: { code: 'shares-too-few' } });
  expect(await together(shares[1]!, older[0]!)).toEqual({ ok: false, error: { code: 'shares-mixed' } });
  expect(await together(older[1]!, older[0]!)).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  // One made by somebody who holds a share, to keep the others out: with one to spare the vault is opened without it, and says which it was.
  expect(await together(shares[2]!, forged(shares[1]!), shares[0]!)).toMatchObject({ ok: true, value: { unfitShares: [2] } });
  // She forgot the passphrase: what opened the vault makes a new one.
  const secret = { kind: 'shared-key', shares: [{ utf8: shares[0] }, { utf8: shares[1] }] };
  expect(await askSecretly(page, 'waysIn.replacePassphrase', { secret, next: { utf8: next } })).toEqual({ ok: true, value: {} });
  await lockVault(page);
  expect(await unlock(page, { kind: 'passphrase', bytes: { utf8: passphrase } })).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(await unlock(page, { kind: 'passphrase', bytes: { utf8: next } })).toMatchObject({ ok: true });
});

test('a new recovery code takes the place of the old one; the other copy of the first page keeps nothing of it', async ({ tidemark }) => {
  const { page, userData } = tidemark;
  const created = await openNewVault(tidemark);
  const oldCode = created.ok ? created.value.recoveryCode : '';
  const { recoveryCode } = await (async () => {
    const answer = await askSecretly(page, 'waysIn.newRecoveryCode', proof);
    return answer.ok ? answer.value : { recoveryCode: '' };
  })();
  expect(recoveryCode).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
  expect(recoveryCode).not.toBe(oldCode);
  expect(await mustAsk(page, 'vault.pendingRecoveryCode', {})).toEqual({ recoveryCode });
  const folder = join(userData, 'vault');
  expect(readFileSync(join(folder, 'head.0')).equals(readFileSync(join(folder, 'head.1')))).toBe(true);
  await lockVault(page);
  expect(await unlock(page, { kind: 'recovery-code', bytes: { utf8: oldCode } })).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  expect(await unlock(page, { kind: 'recovery-code', bytes: { utf8: recoveryCode } })).toMatchObject({ ok: true });
});
