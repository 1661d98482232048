import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What Tesseract's own program says on a picture, and how long it took without the time it takes to start (that of an empty picture). */
export interface CommandLineReading { text: string; ms: number }

/** Tesseract's version where it is installed, else null. */
export function commandLineVersion(): string | null {
  const asked = spawnSync('tesseract', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? (/^tesseract (\S+)/m.exec(asked.stdout + asked.stderr)?.[1] ?? null) : null;
}

/** Reads pictures by the command line with the very language data of the program (`<name>.traineddata.gz` in `packedFolder`), on one thread as ours does. */
export class CommandLine {
  readonly #data: string;
  readonly #startMs: number;

  constructor(packedFolder: string, scratch: string, languages: readonly string[]) {
    this.#data = join(scratch, 'tessdata');
    mkdirSync(this.#data, { recursive: true });
    for (const name of languages) writeFileSync(join(this.#data, `${name}.traineddata`), gunzipSync(readFileSync(join(packedFolder, `${name}.traineddata.gz`))));
    const empty = join(scratch, 'empty.pgm');
    writeFileSync(empty, Buffer.concat([Buffer.from('P5\n64 64\n255\n'), Buffer.alloc(64 * 64, 255)]));
    this.languages = languages.join('+');
    this.#run(empty);
    this.#startMs = this.#run(empty).ms;
  }

  readonly languages: string;

  read(file: string): CommandLineReading {
    const { text, ms } = this.#run(file);
    return { text, ms: Math.max(1, ms - this.#startMs) };
  }

  #run(file: string): CommandLineReading {
    const startedAt = performance.now();
    const text = execFileSync('tesseract', [file, '-', '--tessdata-dir', this.#data, '-l', this.languages, '--oem', '1'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
    return { text, ms: performance.now() - startedAt };
  }
}
