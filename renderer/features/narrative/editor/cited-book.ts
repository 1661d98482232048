import { type Citation, keyOfCitation } from '../../../../shared/model/case/narrative';

/** How a citation is said where it stands: `sign` in the text, `describes` in full; `state` for its look alone, the words say it too. */
export interface SaidCitation { readonly sign: string; readonly describes: string; readonly state: 'plain' | 'looking' | 'gone' | 'draft' | 'amended' }

/** What every citation is called today. The text holds ids alone, so that a new mark is drawn without a change of the text. */
export class CitedBook {
  private said: ReadonlyMap<string, SaidCitation> = new Map();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly looking: SaidCitation) {}

  readonly subscribe = (listener: () => void): (() => void) => { this.listeners.add(listener); return () => this.listeners.delete(listener); };

  say(citation: Citation): SaidCitation {
    return this.said.get(keyOfCitation(citation)) ?? this.looking;
  }

  /** From now on, by `keyOfCitation`. What is not among them keeps what was said of it, so that nothing flickers while it is looked up. */
  put(said: ReadonlyMap<string, SaidCitation>): void {
    this.said = new Map([...this.said, ...said]);
    for (const listener of this.listeners) listener();
  }
}
