import { z } from 'zod';
import { contract, type CallName, type CallNameAt } from '../../../shared/contract';
import { Refusal, type CallError, type Result } from '../../../shared/contract/errors';
import { vaultCalls, type VaultCallName, type VaultCalls, type VaultNotice } from '../../../shared/vault-protocol/vault-calls';
import { forgetComing, noteComing } from '../record/imports/coming-in';
import { noteOriginalSaved, readDocument } from '../record/documents/documents';
import { copyAhead, copyTraits, getCopy } from '../record/hand-over/copies';
import { erasuresOf } from '../record/history/purge';
import type { RecordContext } from '../record/record-context';
import { prepareCreate, prepareOpen } from '../store/open-store';
import type { LongWork } from '../store/store';
import { isShare } from '../store/secrets/recovery-share';
import { findShareSlip } from '../store/secrets/share-slip';
import { newRecoveryCode, readRecoveryCode } from '../store/secrets/recovery-code';
import { CheckWork } from './check-work';
import { copyAnswers, finishMove } from './copy-answers';
import { addFile, leaving, rebuildIndex } from './document-work';
import { FilesWork } from './files-work';
import { Gate } from './gate';
import { ImportWork } from './import-work';
import { NewestPlan } from './newest-plan';
import { createVault, unlockVault } from './open-vault';
import { Busyness, Pace } from './pace';
import { readingAnswers } from './reading-answers';
import { recordHandlers } from './record-handlers';
import { renewKeys } from './renew-keys';
import { waysInAnswers } from './ways-in';
import { zeroing } from './zeroing';

export interface VaultService {
  /** Answers one call by name. Never throws: a bug becomes `unexpected`. */
  handle(call: string, input: unknown): Promise<Result<unknown>>;
  cancel(taskId: string): void;
}

interface Opened {
  context: RecordContext;
  imports: ImportWork;
  files: FilesWork;
  checks: CheckWork;
  plan: NewestPlan | null;
  /** How often something had been erased when the plan was last looked at. */
  erasures: number;
}

type CheckCallName = Extract<CallNameAt<'vault'>, `check.${string}`>;
type VaultAnswers = { readonly [N in VaultCallName]: (input: z.infer<VaultCalls[N]['input']>) => Promise<z.infer<VaultCalls[N]['output']>> };

/** The vault's answers, apart from any process: one vault at a time, opened and closed through its calls. */
export function createVaultService(notify: (notice: VaultNotice) => void): VaultService {
  let opened: Opened | null = null;
  const running = new Map<string, AbortController>();
  let hasLeft = false;
  const records = recordHandlers();
  const busyness = new Busyness();
  const gate = new Gate();

  const current = (): Opened => {
    if (opened === null) throw new Refusal('locked');
    return opened;
  };
  const set = (context: RecordContext): Opened => (opened = { context, imports: new ImportWork(context), files: new FilesWork(context), checks: new CheckWork(context, busyness), plan: null, erasures: erasuresOf(context.store) });

  /** Work that a task can cancel and that tells how far it is. */
  async function asTask<T>(taskId: string, work: (work: LongWork) => Promise<T>): Promise<T> {
    // A file more of those she chose: the window may ask for it until the page is gone.
    if (hasLeft) throw new Refusal('cancelled');
    const abort = new AbortController();
    running.set(taskId, abort);
    try {
      return await work({ signal: abort.signal, onProgress: (done, total) => notify({ notice: 'progress', taskId, done, total, unit: 'bytes' }) });
    } finally {
      running.delete(taskId);
    }
  }

  /** She leaves: what is on its way in stops, and is told at the next opening. */
  function stopWork(): void {
    for (const abort of running.values()) abort.abort(leaving);
    opened?.imports.stop();
    opened?.files.stop();
  }

  /** The vault goes on in another place, or was just made out of copies. */
  async function goOnWith(context: RecordContext): Promise<void> {
    await opened?.checks.pause();
    set(context);
  }

  const answers: VaultAnswers = {
    'prepare.open': ({ folder }) => prepareOpen(folder),
    'prepare.create': ({ folder, quickKdf }) => prepareCreate(folder, { quickKdf }),
    'prepare.recoveryCode': async () => newRecoveryCode(),
    'prepare.findShareSlip': ({ typed }) => zeroing([typed], async () => findShareSlip(typed, isShare)),
    'prepare.readRecoveryCode': ({ typed }) => zeroing([typed], async () => ({ secret: readRecoveryCode(typed) })),
    'open.create': async (input) => {
      try {
        if (opened !== null) throw new Refusal('already-open');
        return { vaultId: set(await createVault(input)).context.store.vaultId };
      } finally {
        for (const { passphraseKey, recoveryKey } of [input, ...(input.second ? [input.second] : [])]) {
          passphraseKey.fill(0);
          recoveryKey.fill(0);
        }
      }
    },
    'open.unlock': async (input) => {
      if (opened !== null) throw new Refusal('already-open');
      try {
        const { context, notices, notKept } = await unlockVault(input);
        const facts = await records['vault.facts'](context, {});
        set(context);
        void finishMove(context);
        return { vaultId: facts.vaultId, notices, notKept, readOnly: facts.readOnly, example: facts.example };
      } finally {
        input.key.fill(0);
      }
    },
    'open.leave': async () => {
      hasLeft = true;
      stopWork();
      return {};
    },
    'open.close': async () => {
      const closing = opened;
      stopWork();
      opened = null;
      await closing?.checks.pause();
      await closing?.context.store.close();
      return {};
    },
    'open.mark': async () => current().context.store.sealedMark(),
    'waysIn.renew': async ({ taskId, ...input }) => {
      const { checks, context } = current();
      await asTask(taskId, (work) => checks.standAside(() => renewKeys(context, input, work), () => work.signal.reason !== leaving));
      return {};
    },

    'documents.noteComing': async ({ names }) => ({ ids: await noteComing(current().context, names) }),
    'documents.forgetComing': async ({ id }) => {
      await current().context.store.transact((transaction) => forgetComing(transaction, id));
      return {};
    },
    'documents.seal': ({ taskId, ...input }) => asTask(taskId, (work) => addFile(current().context, input, work)),
    'documents.read': ({ id, start, end }) => readDocument(current().context, id, start, Math.min(end, start + readBytes)),
    'documents.noteSaved': async ({ id, fileName }) => {
      await noteOriginalSaved(current().context, id, fileName);
      return {};
    },

    'imports.begin': ({ taskId, ...input }) => asTask(taskId, (work) => current().imports.begin(input, work)),
    'imports.addParts': ({ importId, parts }) => current().imports.addParts(importId, parts),
    'imports.addFile': async ({ importId, ...piece }) => {
      await current().imports.addPiece(importId, piece);
      return {};
    },
    'imports.commit': ({ importId, ...input }) => current().imports.commit(importId, input),
    'imports.abandon': async ({ importId }) => {
      await current().imports.abandon(importId);
      return {};
    },

    'files.begin': (input) => current().files.begin(input),
    'files.seal': ({ taskId, ...input }) => asTask(taskId, (work) => current().files.seal(input, work)),
    'files.piece': ({ taskId, ...input }) => asTask(taskId, (work) => current().files.piece(input, work)),
    'files.commit': async ({ batchId, holders }) => {
      await current().files.commit(batchId, holders);
      return {};
    },
    'files.abandon': async ({ batchId }) => {
      await current().files.abandon(batchId);
      return {};
    },

    ...readingAnswers(() => current().context, () => new Pace(busyness, new AbortController().signal).step()),
    ...waysInAnswers(() => current().context),
    ...copyAnswers({ current: () => current().context, isOpen: () => opened !== null, goOnWith, alone: (work) => gate.alone(work), asTask }),

    'search.rebuildIndex': ({ taskId }) => asTask(taskId, ({ signal }) => rebuildIndex(current().context, new Pace(busyness, signal), (done, total) => notify({ notice: 'progress', taskId, done, total, unit: 'items' }))),

    'exports.plan': async ({ choice }) => {
      const now = current();
      const { plan, newest } = NewestPlan.ofChoice(now.context, choice);
      now.plan = newest;
      return plan;
    },
    'casePages.plan': async (input) => {
      const now = current();
      const { plan, newest } = NewestPlan.ofCasePage(now.context, input);
      now.plan = newest;
      return plan;
    },
    'copies.ahead': async ({ recipientId }) => copyAhead(current().context, recipientId),
    'copies.traits': async () => ({ copies: copyTraits(current().context.store) }),
    'copies.get': async ({ id }) => getCopy(current().context.store, id),
    'exports.planStands': async ({ planId }) => {
      const { plan } = current();
      return { stands: plan?.planId === planId && plan.stands() };
    },
    'exports.record': async ({ planId, ...file }) => {
      const { plan } = current();
      if (plan?.planId !== planId) throw new Refusal('not-found');
      return plan.record(file);
    },
  };

  const checks: { readonly [N in CheckCallName]: () => unknown } = {
    'check.state': () => current().checks.state(),
    'check.run': async () => {
      await current().checks.run();
      return {};
    },
    'check.pause': async () => {
      await current().checks.pause();
      return {};
    },
  };

  /** What was planned holds words of what was erased: it is let go here, and the shell lets go of the pages that were made of it. */
  function letGoOfErased(): void {
    if (opened === null) return;
    const erasures = erasuresOf(opened.context.store);
    if (erasures === opened.erasures) return;
    opened.erasures = erasures;
    const { plan } = opened;
    if (plan === null || plan.isOfRecord()) return;
    opened.plan = null;
    notify({ notice: 'plan-let-go', planId: plan.planId });
  }

  async function answer(call: string, input: unknown): Promise<unknown> {
    if (Object.hasOwn(vaultCalls, call)) {
      const name = call as VaultCallName;
      return (answers[name] as (input: unknown) => Promise<unknown>)(parse(vaultCalls[name].input, input));
    }
    if (Object.hasOwn(records, call)) {
      const name = call as keyof typeof records;
      return (records[name] as (context: RecordContext, input: unknown) => unknown)(current().context, parse(contract[name satisfies CallName].input, input));
    }
    if (Object.hasOwn(checks, call)) return checks[call as CheckCallName]();
    throw new Refusal('bad-call');
  }

  return {
    handle: async (call, input) => {
      try {
        // What only looks how far a check is must not hold it up.
        const isHers = !/^(check\.|open\.|readings\.|search\.rebuildIndex$)/.test(call);
        const run = (): Promise<unknown> => (isHers ? busyness.during(() => answer(call, input)) : answer(call, input));
        // A move waits for the others; a lock waits for nobody.
        const value = await (call.startsWith('open.') ? run() : gate.pass(run));
        letGoOfErased();
        return { ok: true, value };
      } catch (error) {
        return { ok: false, error: errorOf(error) };
      }
    },
    cancel: (taskId) => running.get(taskId)?.abort(),
  };
}

/** Most bytes of a document in one answer. */
const readBytes = 4 * 1024 * 1024;

function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(wellFormed(input));
  if (!parsed.success) throw new Refusal('bad-call');
  return parsed.data;
}

/**
 * Half of a surrogate pair (a text cut in the middle of an emoji) has no UTF-8 and no canonical JSON: it becomes U+FFFD here, once, rather
 * than losing what she wrote around it.
 */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  // Nearly always nothing changes, and thousands of messages need not be copied.
  if (Array.isArray(value)) return value.every((member) => wellFormed(member) === member) ? value : value.map(wellFormed);
  let changed: Record<string, unknown> | null = null;
  for (const name of Object.keys(value)) {
    const member: unknown = (value as Record<string, unknown>)[name];
    const made = wellFormed(member);
    if (made !== member) (changed ??= { ...value })[name] = made;
  }
  return changed ?? value;
}

/** Only a code and a file's own name leave this process; a message might hold content or a path. */
function errorOf(error: unknown): CallError {
  if (!(error instanceof Refusal)) return { code: 'unexpected' };
  return error.file === undefined ? { code: error.code } : { code: error.code, file: error.file };
}
