import { expect, test } from 'vitest';
import { readTestHooks } from './test-hooks';

const all = { TIDEMARK_TEST: '1', TIDEMARK_USER_DATA: '/x', TIDEMARK_DIALOG_ANSWERS: '/y', TIDEMARK_QUICK_KDF: '1', TIDEMARK_IDLE_SECONDS: '2', TIDEMARK_WAIT_FOR_DRIVER: '1', TIDEMARK_AT_LOCK: 'stay' };
const none = { userDataFolder: null, dialogAnswersFile: null, quickKdf: false, idleSeconds: null, waitsForDriver: false, atLock: 'relaunch' };

test('tests may change some things', () => {
  expect(readTestHooks(false, all)).toEqual({ userDataFolder: '/x', dialogAnswersFile: '/y', quickKdf: true, idleSeconds: 2, waitsForDriver: true, atLock: 'stay' });
});
test('the packaged program has no hooks', () => {
  expect(readTestHooks(true, all)).toEqual(none);
});
test('nothing counts without the word that this is a test', () => {
  expect(readTestHooks(false, { ...all, TIDEMARK_TEST: undefined })).toEqual(none);
  expect(readTestHooks(false, { ...all, TIDEMARK_TEST: 'yes' })).toEqual(none);
});
test('who starts the program may start it again at each lock, packaged programs apart', () => {
  const asked = { TIDEMARK_AT_LOCK: 'exit' };
  expect([readTestHooks(false, asked).atLock, readTestHooks(true, asked).atLock]).toEqual(['exit', 'relaunch']);
});
