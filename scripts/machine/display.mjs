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
 * Screens for programs that run side by side, so that none takes the focus or the clipboard of another: as many as are wanted where screens are virtual,
 * and the one that there is where it is real. An outer call's are handed on in TIDEMARK_DISPLAYS.
 * @param {number} wanted
 * @returns {Promise<{ env: NodeJS.ProcessEnv, each: NodeJS.ProcessEnv[], stop: () => void }>} `env`: for one that finds its screens itself; `each`: for one on each screen
 */
export async function openDisplays(wanted) {
  const given = process.env.TIDEMARK_DISPLAYS?.split(' ');
  if (given) return { env: process.env, each: given.slice(0, wanted).map((name) => ({ ...process.env, DISPLAY: name })), stop: () => undefined };
  /** @type {Awaited<ReturnType<typeof openDisplay>>[]} */
  const opened = [];
  const stop = () => opened.forEach((display) => display.stop());
  try {
    do opened.push(await openDisplay()); while (opened.length < wanted && opened.at(-1)?.isVirtual);
  } catch (error) {
    stop();
    throw error;
  }
  const each = opened.map(({ env }) => env);
  const env = opened[0]?.isVirtual ? { ...each[0], TIDEMARK_DISPLAYS: each.map(({ DISPLAY }) => DISPLAY).join(' ') } : process.env;
  return { env, each, stop };
}

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
