/** The clipboard as both old and new Electron offer it: at once, or as a promise. */
export interface ClipboardAccess {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
}

const keepMs = 60_000;

/** Text that she copied through the program leaves the clipboard after a minute, or at lock, unless something else took its place. */
export class ClipboardKeeper {
  #ours: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #clipboard: ClipboardAccess;

  constructor(clipboard: ClipboardAccess) {
    this.#clipboard = clipboard;
  }

  async copy(text: string): Promise<void> {
    await this.#clipboard.writeText(text);
    this.#ours = text;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.clearIfOurs(), keepMs);
  }

  async clearIfOurs(): Promise<void> {
    const ours = this.#ours;
    this.#ours = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (ours === null) return;
    if ((await this.#clipboard.readText()) === ours) await this.#clipboard.writeText('');
  }
}
