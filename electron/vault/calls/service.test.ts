import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('answers only what the contract names', async () => {
  expect(await vault.service.handle('incidents.dropAll', {})).toEqual({ ok: false, error: { code: 'bad-call' } });
  expect(await vault.service.handle('incidents.get', { id: '../../etc' })).toEqual({ ok: false, error: { code: 'bad-call' } });
  expect(await vault.service.handle('toString', {})).toEqual({ ok: false, error: { code: 'bad-call' } });
});
