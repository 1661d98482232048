import { clipped } from '../bytes/clipped';
import { mailLimits } from './limits';
import type { MailFinding } from '../../model/mail-facts';

/** Gathers what is noteworthy about one mail; the same thing said twice stands once. */
export class Findings {
  readonly #found = new Map<string, MailFinding>();

  add(code: MailFinding['code'], detail = ''): void {
    const short = clipped(detail, 300);
    const key = `${code} ${short}`;
    if (this.#found.size < mailLimits.findings) this.#found.set(key, { code, detail: short });
  }

  list(): MailFinding[] {
    return [...this.#found.values()];
  }
}
