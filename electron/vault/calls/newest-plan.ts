import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/contract/errors';
import type { CasePagePlan, CasePageWanted } from '../../../shared/model/case/case-page';
import type { ExportChoice, ExportRecord } from '../../../shared/model/export';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { Id } from '../../../shared/model/identity';
import { planCasePage, recordCasePage } from '../record/case/page-plan';
import type { SavedFile } from '../record/exports/export-records';
import { saidOf } from '../record/exports/exhibits-said';
import { planExport } from '../record/exports/plan-export';
import { recordExport } from '../record/exports/record-export';
import { listProtectedFacts } from '../record/hand-over/protected-facts';
import { redactCasePagePlan, redactExportPlan } from '../record/hand-over/redacted-plan';
import { getRedactionList } from '../record/hand-over/redactions';
import type { RecordContext } from '../record/record-context';

/** Of what is planned: what the record says, and what is to be taken out of it or looked for in it. As digests, because the words that are taken out are in the first. */
interface Prints { readonly record: string; readonly rules: string }

interface Planned<P> { readonly plan: P; readonly prints: Prints; readonly keep: (file: SavedFile) => Promise<ExportRecord> }

/**
 * The newest plan of an export or of a page of the case: the only one that can be recorded, and only while the record still says what was planned. Whether it does is found out by planning once more: pages wait while she looks
 * things up, and what she does there (a copy recorded, a recipient added, a backup made) mostly changes nothing that stands on them. docs/decisions/0113-pages-kept-while-open.md
 */
export class NewestPlan {
  readonly planId: Id;
  readonly #context: RecordContext;
  readonly #made: Prints;
  readonly #again: () => Prints;
  readonly #keep: (file: SavedFile) => Promise<ExportRecord>;
  /** Found out last, and at which change of the vault. */
  #known: { changes: number; isOfRecord: boolean; isUnderRules: boolean };

  private constructor(context: RecordContext, { plan: { planId, preparedUtc }, prints, keep }: Planned<ExportPlan | CasePagePlan>, again: (context: RecordContext) => Prints) {
    this.planId = planId;
    this.#context = context;
    this.#made = prints;
    this.#keep = keep;
    // What is told by the day is told by the day on which it was planned.
    this.#again = () => again({ store: context.store, now: () => preparedUtc, newId: () => planId });
    this.#known = { changes: context.store.changes(), isOfRecord: true, isUnderRules: true };
  }

  /** Plans what she chose. Refuses as `planExport` and `redactExportPlan`. */
  static ofChoice(context: RecordContext, choice: ExportChoice): { plan: ExportPlan; newest: NewestPlan } {
    const make = (from: RecordContext): Planned<ExportPlan> => {
      const whole = planExport(from, choice);
      const said = saidOf(from.store, whole, choice);
      const plan = redactExportPlan(from.store, whole, choice.redactionListId);
      return { plan, prints: printsOf(from, whole, plan.redaction), keep: (file) => recordExport(context, plan, said, file) };
    };
    const planned = make(context);
    return { plan: planned.plan, newest: new NewestPlan(context, planned, (from) => make(from).prints) };
  }

  /** Plans a page of the case. Refuses as `planCasePage` and `redactCasePagePlan`. */
  static ofCasePage(context: RecordContext, wanted: CasePageWanted): { plan: CasePagePlan; newest: NewestPlan } {
    const make = (from: RecordContext): Planned<CasePagePlan> => {
      const whole = planCasePage(from, wanted);
      const plan = redactCasePagePlan(from.store, whole, wanted.redactionListId);
      return { plan, prints: printsOf(from, whole, wanted.redactionListId === null ? null : getRedactionList(from.store, wanted.redactionListId)), keep: (file) => recordCasePage(context, plan, wanted.request, wanted.redactionListId, file) };
    };
    const planned = make(context);
    return { plan: planned.plan, newest: new NewestPlan(context, planned, (from) => make(from).prints) };
  }

  /** Whether the same pages would be made of the record now, and looked through for the same. */
  stands(): boolean {
    const { isOfRecord, isUnderRules } = this.#lookAgain();
    return isOfRecord && isUnderRules;
  }

  /** Whether the record still says all that was planned, whatever is to be taken out of it or looked for. */
  isOfRecord(): boolean {
    return this.#lookAgain().isOfRecord;
  }

  /** Refuses `pages-outdated`, and as the record does. */
  async record(file: SavedFile): Promise<ExportRecord> {
    if (!this.stands()) throw new Refusal('pages-outdated');
    return this.#keep(file);
  }

  #lookAgain(): { readonly isOfRecord: boolean; readonly isUnderRules: boolean } {
    const changes = this.#context.store.changes();
    if (this.#known.changes !== changes) {
      const now = this.#printsNow();
      this.#known = { changes, isOfRecord: now?.record === this.#made.record, isUnderRules: now?.rules === this.#made.rules };
    }
    return this.#known;
  }

  /** null: it cannot be planned any more, because nothing of it is left, or what it names is gone. Whatever the cause, such pages do not stand. */
  #printsNow(): Prints | null {
    try {
      return this.#again();
    } catch {
      return null;
    }
  }
}

/** `taken`: what is to be taken out of it; null: nothing. */
function printsOf({ store }: RecordContext, { planId: _id, preparedUtc: _at, sealCode: _seal, historySequence: _sequence, historyHash: _hash, historyEntryCount: _count, ...said }: ExportPlan | CasePagePlan, taken: unknown): Prints {
  // The seal and the history's head change with everything that is done, and are of the moment that the pages name.
  const facts = listProtectedFacts(store).map(({ kind, text, alsoWritten }) => ({ kind, text, alsoWritten }));
  return { record: digest(said), rules: digest({ facts, taken }) };
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
