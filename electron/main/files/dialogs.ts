import { dialog, type BaseWindow, type FileFilter } from 'electron';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Test answers: what the dialogs "pick" instead of opening. A missing answer means that she closed the dialog. */
const Answers = z.object({ open: z.array(z.string()).optional(), save: z.string().optional(), folder: z.string().optional() });

/** The system's own dialogs. Never remembers what was picked: no recent documents. */
export class Dialogs {
  readonly #window: () => BaseWindow | null;
  readonly #answersFile: string | null;

  constructor(window: () => BaseWindow | null, answersFile: string | null) {
    this.#window = window;
    this.#answersFile = answersFile;
  }

  /** Paths she picked, empty when she closed the dialog. */
  async openFiles(options: { several: boolean; filters: FileFilter[] }): Promise<string[]> {
    const answers = await this.#answers();
    if (answers !== null) return (answers.open ?? []).slice(0, options.several ? undefined : 1);
    const properties = ['openFile', 'dontAddToRecent', ...(options.several ? ['multiSelections'] : [])] as ('openFile' | 'dontAddToRecent' | 'multiSelections')[];
    return (await this.#ask({ properties, filters: options.filters })) ?? [];
  }

  /** A folder, or null when she closed the dialog. */
  async openFolder(): Promise<string | null> {
    const answers = await this.#answers();
    if (answers !== null) return answers.folder ?? null;
    return (await this.#ask({ properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }))?.[0] ?? null;
  }

  /** A place to write a new file, or null when she closed the dialog. */
  async saveFile(options: { suggestedName: string; filters: FileFilter[] }): Promise<string | null> {
    const answers = await this.#answers();
    if (answers !== null) return answers.save ?? null;
    const window = this.#window();
    const ask = { defaultPath: options.suggestedName, filters: options.filters, properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'] as ('dontAddToRecent' | 'showOverwriteConfirmation' | 'createDirectory')[] };
    const answer = window === null ? await dialog.showSaveDialog(ask) : await dialog.showSaveDialog(window, ask);
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  }

  async #ask(options: Electron.OpenDialogOptions): Promise<string[] | null> {
    const window = this.#window();
    const answer = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    return answer.canceled ? null : answer.filePaths;
  }

  async #answers(): Promise<z.infer<typeof Answers> | null> {
    if (this.#answersFile === null) return null;
    const text = await readFile(this.#answersFile, 'utf8').catch(() => '{}');
    return Answers.parse(JSON.parse(text));
  }
}
