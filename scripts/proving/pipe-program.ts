import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface PipeProgramOptions {
  launcher: string;
  appFolder: string;
  env: Record<string, string>;
  /** Put before the launcher: a tracer and its arguments. */
  before?: readonly string[];
  /** Switches of Electron, put before the program's folder. */
  switches?: readonly string[];
}

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
  /** Of what is told unasked. */
  method?: string;
  params?: { targetInfo?: { type: string; url: string; targetId: string }; context?: { id: number } };
  sessionId?: string;
}

/** What is done to a page: given what runs text in one of its worlds (the page's own first, then those beside it). */
type Act = (url: string, worlds: readonly ((expression: string) => Promise<unknown>)[]) => Promise<void>;

interface Evaluated<T> {
  result: { value: T };
  exceptionDetails?: { exception?: { description?: string }; text: string };
}

const ANSWER_WITHIN_MS = 180_000;
const PAGE_ANSWERS_WITHIN_MS = 3000;
const ENDS_WITHIN_MS = 20_000;
/** As electron/main/start/start-again.ts ends. */
const START_ME_AGAIN = 75;

/**
 * The real program, driven over two pipes (Chromium's --remote-debugging-pipe). Playwright would have it open ports, and then nothing
 * could be said about ports.
 */
export class PipeProgram {
  /** Numbers of all processes it was started as. */
  readonly startedAs: number[] = [];
  #process: ChildProcess;
  readonly #start: () => ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #staysAtLock: boolean;
  #nextId = 1;
  #rest = '';
  #page = '';
  #watched: { prefix: string; act: Act; seen: Set<string> } | null = null;
  readonly #worlds = new Map<string, number[]>();

  constructor({ launcher, appFolder, env, before = [], switches = [] }: PipeProgramOptions) {
    this.#staysAtLock = env['TIDEMARK_AT_LOCK'] === 'stay';
    const [command, ...prefix] = [...before, launcher];
    this.#start = () => {
      const started = spawn(command!, [...prefix, '--remote-debugging-pipe', ...switches, appFolder], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { TIDEMARK_AT_LOCK: 'exit', ...env }, detached: true });
      started.setMaxListeners(0);
      (started.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.#read(text));
      (started.stdio[3] as Writable).on('error', () => undefined);
      if (started.pid !== undefined) this.startedAs.push(started.pid);
      return started;
    };
    this.#process = this.#start();
  }

  /** The one that was started last: every lock ends the program. */
  get process(): ChildProcess {
    return this.#process;
  }

  /** Resolves when the window's page stands. */
  async findPage(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      const { targetInfos } = (await this.#send('Target.getTargets', {})) as { targetInfos: { type: string; url: string; targetId: string }[] };
      const page = targetInfos.find((each) => each.type === 'page' && each.url.startsWith('app://ui/') && !each.url.includes('picture'));
      if (page !== undefined) {
        const { sessionId } = (await this.#send('Target.attachToTarget', { targetId: page.targetId, flatten: true })) as { sessionId: string };
        this.#page = sessionId;
        if (await this.#tellsSoon("document.readyState === 'complete' && 'tidemark' in globalThis && !('toBeReplaced' in globalThis)")) return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the window did not open');
  }

  /** Does something that locks: the program ends, is started again, and this resolves when its page stands. */
  async untilReplaced(act: () => Promise<unknown>): Promise<void> {
    await this.evaluate('globalThis.toBeReplaced = true');
    const ending = this.#process;
    const code = new Promise<number | null>((resolve) => ending.once('exit', resolve));
    // It may end before it answers.
    await Promise.race([act(), code]).catch(() => undefined);
    if (this.#staysAtLock) return this.findPage();
    const ended = await Promise.race([code, new Promise<'late'>((resolve) => setTimeout(resolve, ENDS_WITHIN_MS, 'late'))]);
    if (ended !== START_ME_AGAIN) throw new Error(`the lock did not end the program as it should: ${ended}`);
    this.#rest = '';
    this.#process = this.#start();
    await this.findPage();
  }

  /** A page that is going may never answer: its process has ended. */
  async #tellsSoon(expression: string): Promise<boolean> {
    const answer = this.#run<boolean>(expression).then(({ result }) => result.value === true, () => false);
    return Promise.race([answer, new Promise<boolean>((resolve) => setTimeout(resolve, PAGE_ANSWERS_WITHIN_MS, false))]);
  }

  /** Runs text in the page and resolves with its (awaited) value, or throws what it threw. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.#run<T>(expression);
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  /** A page that is just being replaced has no place to run anything for a moment: nothing has run then, so it is asked again. */
  async #run<T>(expression: string): Promise<Evaluated<T>> {
    for (let attempt = 0; ; attempt++) {
      try {
        return (await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true }, this.#page)) as Evaluated<T>;
      } catch (error) {
        if (attempt === 50 || !(error instanceof Error && error.message.includes('Cannot find default execution context'))) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** From now on does this to every page whose address begins so, hidden ones too, as soon as it is there. A page that goes meanwhile is no fault. */
  async watchPages(prefix: string, act: Act): Promise<void> {
    this.#watched = { prefix, act, seen: new Set() };
    await this.#send('Target.setDiscoverTargets', { discover: true });
  }

  async #heed({ method, params, sessionId = '' }: Answer): Promise<void> {
    if (method === 'Runtime.executionContextCreated' && params?.context) this.#worlds.set(sessionId, [...(this.#worlds.get(sessionId) ?? []), params.context.id]);
    const watched = this.#watched;
    const target = params?.targetInfo;
    if (watched === null || target === undefined || !target.url.startsWith(watched.prefix) || watched.seen.has(target.targetId)) return;
    watched.seen.add(target.targetId);
    const { sessionId: attached } = (await this.#send('Target.attachToTarget', { targetId: target.targetId, flatten: true })) as { sessionId: string };
    await this.#send('Runtime.enable', {}, attached);
    const run = (contextId: number) => (expression: string) => this.#send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true, userGesture: true }, attached);
    await watched.act(target.url, (this.#worlds.get(attached) ?? []).map(run));
  }

  /** Types text into whatever has the focus, as an input method would. */
  async type(text: string): Promise<void> {
    await this.#send('Input.insertText', { text }, this.#page);
  }

  /** From now on the page has the keyboard, whatever the screen says: under Xvfb no window is ever in front. */
  async takeFocus(): Promise<void> {
    await this.#send('Emulation.setFocusEmulationEnabled', { enabled: true }, this.#page);
  }

  /** Presses and lets go a key: Enter, Home, an arrow, or one letter. */
  async press(key: string): Promise<void> {
    const named = { Enter: [13, '\r'], Home: [36, ''], ArrowDown: [40, ''], ArrowUp: [38, ''], Escape: [27, ''], Tab: [9, ''] } as Record<string, [number, string]>;
    const [windowsVirtualKeyCode, text] = named[key] ?? [key.toUpperCase().charCodeAt(0), key];
    const event = { key, code: key in named ? key : '', windowsVirtualKeyCode };
    await this.#send('Input.dispatchKeyEvent', { type: text === '' ? 'rawKeyDown' : 'keyDown', ...event, ...(text === '' ? {} : { text, unmodifiedText: text }) }, this.#page);
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }, this.#page);
  }

  /** Ends the program as closing its window would, and waits for it. */
  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.#send('Browser.close', {}).catch(() => undefined);
    const late = setTimeout(() => this.process.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(late);
  }

  /** Ends the program and everything around it, when a journey broke off. */
  abandon(): void {
    if (this.process.exitCode === null && this.process.pid !== undefined) process.kill(-this.process.pid, 'SIGKILL');
  }

  #send(method: string, params: object, sessionId = ''): Promise<unknown> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${method} was not answered`)), ANSWER_WITHIN_MS);
      this.#waiting.set(id, (answer) => {
        clearTimeout(late);
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result);
      });
      this.process.once('exit', () => {
        clearTimeout(late);
        this.#waiting.delete(id);
        reject(new Error(`${method}: the program ended`));
      });
      (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) {
      const answer = JSON.parse(part) as Answer;
      if (answer.id === undefined) {
        void this.#heed(answer).catch(() => undefined);
        continue;
      }
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    }
  }
}
