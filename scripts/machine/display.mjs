import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { MendableError } from '../mendable-error.mjs';
import { missingPackages } from './packages.mjs';

const START_TIMEOUT_MS = 15_000;

/** True where a window can be shown without our help. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The Debian packages that a virtual screen needs and this machine lacks; none where there is a real screen. */
export const missingForDisplay = () => (hasDisplay ? [] : missingPackages({ Xvfb: 'xvfb', openbox: 'openbox' }));

/**
 * A screen for windows; `makeReady` first. Without one (Linux, no DISPLAY): Xvfb, and openbox so that windows get the focus.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, isVirtual: boolean, stop: () => void }>} `env`: what the program is started with
 */
export async function openDisplay() {
  if (hasDisplay) return { env: process.env, isVirtual: false, stop: () => undefined };
  // Xvfb picks a free number itself and writes it to descriptor 3 once it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await Promise.race([
    once(/** @type {import('node:stream').Readable} */ (server.stdio[3]), 'data').then(([text]) => String(text).trim()),
    once(server, 'exit').then(() => null),
    wait(START_TIMEOUT_MS, null, { ref: false }),
  ]);
  if (!number) {
    server.kill();
    throw new MendableError('The virtual screen does not start: run `Xvfb :99` to see why.');
  }
  const env = { ...process.env, DISPLAY: `:${number}` };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  manager.on('error', () => undefined);
  const stop = () => {
    manager.kill();
    server.kill();
  };
  process.once('exit', stop);
  // openbox has no sign of readiness; a window that opens before it would have no focus.
  await wait(300);
  return { env, isVirtual: true, stop };
}
