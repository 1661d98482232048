import { placeUntold } from '../record/case/case-line';
import type { RecordContext } from '../record/record-context';
import { sweepComing } from '../record/documents/files-coming';
import { recordContext } from '../record/record-context';
import { notePassedPoint } from '../record/vault/passed-points';
import { isFirstPageOlder, noteUnknownSlots } from '../record/vault/first-page';
import { notKept, takeNotKept } from '../record/imports/coming-in';
import { appendHistory } from '../record/history/history';
import { sweepImports } from '../record/imports/import-source';
import { sweepHalfBuilt } from '../record/search/search-rebuild';
import { isPurgeDue, purgeErased } from '../record/history/purge';
import { isRenewalUntold, noteRenewalTold, settleRenewals } from '../record/vault/renewal';
import { areSharesToTell, noteSharesTold } from '../record/vault/shares-shown';
import { isExample, isRecoveryCodeConfirmed, writeFact } from '../record/vault/vault-facts';
import { migrate } from '../record/schema/migrate';
import { createStore, type CompartmentInput } from '../store/create-store';
import { openStore } from '../store/open-store';
import type { VaultStore } from '../store/store';
import type { OpeningNotice } from '../../../shared/contract/program-calls';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import { Refusal, type ErrorCode } from '../../../shared/contract/errors';
import { nobodysWaysIn } from '../store/secrets/nobodys-ways-in';
import { zeroing } from './zeroing';
import { noteWayIn, settleWaysIn } from '../record/vault/ways-in';
import { keepPendingCode } from '../record/vault/recovery-confirmation';

/** The vault's own subject in the history: one per vault, its id. */
const subjectOf = (store: VaultStore): string => store.vaultId;

/** The ways in that a compartment is made with. */
export interface FirstWaysIn {
  passphraseKey: Uint8Array;
  recoveryKey: Uint8Array;
  recoveryPrinted: string;
}

export interface CreateVault extends FirstWaysIn {
  folder: string;
  parameters: KdfParameters;
  example: boolean;
  /** Into a second compartment, with a record of its own that is begun like the first. Without them nobody can open it; it is made all the same. */
  second?: FirstWaysIn | undefined;
}

/** Makes a vault of two compartments, each with two ways in and an empty record, and leaves the first open. */
export async function createVault(input: CreateVault): Promise<RecordContext> {
  const compartment = ({ passphraseKey, recoveryKey, recoveryPrinted }: FirstWaysIn): CompartmentInput => ({
    slots: [{ kind: 'passphrase', secretKey: passphraseKey }, { kind: 'recovery-code', secretKey: recoveryKey }],
    begin: async (made) => void (await beginRecord(made, { recoveryPrinted, example: input.example })),
  });
  const { folder, parameters } = input;
  const second = input.second ?? nobodysWaysIn();
  // The caller zeroes what he gave; of these nobody else knows.
  return zeroing(input.second === undefined ? [second.passphraseKey, second.recoveryKey] : [], async () =>
    recordContext(await createStore({ folder, parameters, ...compartment(input), second: compartment(second) })));
}

/** Begins the record in a vault just made. */
export async function beginRecord(store: VaultStore, input: Pick<CreateVault, 'recoveryPrinted' | 'example'>): Promise<RecordContext> {
  const context = recordContext(store);
  await migrate(store);
  await store.transact((transaction) => {
    writeFact(transaction, 'created-utc', context.now());
    writeFact(transaction, 'example', input.example ? 'yes' : 'no');
    keepPendingCode(transaction, input.recoveryPrinted);
    for (const kind of ['passphrase', 'recovery-code'] as const) noteWayIn(context, transaction, kind);
    noteUnknownSlots(context, transaction);
    appendHistory(context, transaction, 'vault-created', 'vault', subjectOf(store), { example: input.example });
  });
  return context;
}

export interface UnlockVault {
  folder: string;
  key: Uint8Array;
  /** What this computer remembers of vaults, sealed; this one takes its own. */
  marks: readonly Uint8Array[];
  /** When secrets were refused since the last opening: entered in the history. */
  refusedUtc: readonly string[];
}

/** `notKept`: names of what was still on its way in when the vault was closed, and is not in it; a folder's name ends with `/`. */
export interface TakenUp {
  context: RecordContext;
  notices: OpeningNotice[];
  notKept: string[];
}

/** Opens a vault and takes up its record. */
export async function unlockVault({ folder, key, marks, refusedUtc }: UnlockVault): Promise<TakenUp> {
  const { store, notices } = await openStore({ folder, key, mark: null, sealedMarks: marks });
  return takeUpRecord(store, notices, refusedUtc);
}

/** Takes up the record of a vault just opened: enters the opening, clears away what was cut short. Closes the store when it cannot. */
export async function takeUpRecord(store: VaultStore, found: readonly OpeningNotice[], refusedUtc: readonly string[]): Promise<TakenUp> {
  const context = recordContext(store);
  const notices = [...found];
  let names: string[] = [];
  try {
    await migrate(store);
    if (isFirstPageOlder(context)) notices.push('first-page-older');
    names = notKept(context);
    if (store.readOnly) await placeUntold(store);
    else await tidyAndNoteOpening(context, refusedUtc, notices);
  } catch (error) {
    await store.close();
    throw error;
  }
  const unconfirmed = !isRecoveryCodeConfirmed(store) && !isExample(store);
  return { context, notices: unconfirmed ? [...notices, 'recovery-code-unconfirmed'] : notices, notKept: names };
}

const ofTheDisk: ReadonlySet<string> = new Set<ErrorCode>(['disk-full', 'io-error', 'folder-unwritable']);

/** Adds to `notices` what the record has yet to tell. A disk that is full, failing or write-protected must not lock her out of what is kept: then the opening goes without its entry and the tidying waits. */
async function tidyAndNoteOpening(context: RecordContext, refusedUtc: readonly string[], notices: OpeningNotice[]): Promise<void> {
  const { store } = context;
  try {
    await settleWaysIn(context);
    if (isRenewalUntold(store)) notices.push('renewal-interrupted');
    if (areSharesToTell(store)) notices.push('shares-not-shown');
    const found = store.mark();
    await store.transact((transaction) => {
      notePassedPoint(transaction, found);
      noteUnknownSlots(context, transaction);
      for (const atUtc of refusedUtc) appendHistory(context, transaction, 'attempt-refused', 'vault', subjectOf(store), { atUtc });
      noteRenewalTold(transaction);
      noteSharesTold(transaction);
      const left = takeNotKept(transaction);
      // The mark is moved on at this opening, so an older copy is told once on the screen; here it stays.
      appendHistory(context, transaction, 'vault-opened', 'vault', subjectOf(store), { notices, ...(left.length > 0 && { notKept: left }) });
    });
    await placeUntold(store);
    await sweepComing(context);
    await sweepImports(context);
    await sweepHalfBuilt(context);
    if (isPurgeDue(store)) await purgeErased(context, 'before-opening');
    await settleRenewals(context);
  } catch (error) {
    if (!(error instanceof Refusal && ofTheDisk.has(error.code))) throw error;
  }
}
