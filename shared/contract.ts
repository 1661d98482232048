import type { z } from 'zod';
import type { Result } from './contract/errors';
import { backupCalls } from './contract/backup-calls';
import { bundleCalls } from './contract/bundle-calls';
import { caseCalls } from './contract/case-calls';
import { caseOverviewCalls } from './contract/case-overview-calls';
import { checkCalls } from './contract/check-calls';
import { filesCalls } from './contract/files-calls';
import { inboxCalls } from './contract/inbox-calls';
import { waysInCalls } from './contract/ways-in-calls';
import { pictureCalls } from './contract/picture-calls';
import { programCalls } from './contract/program-calls';
import { mailCalls } from './contract/mail-calls';
import { machineWordsCalls } from './contract/machine-words-calls';
import { copyCalls } from './contract/copy-calls';
import { protectedFactCalls } from './contract/protected-fact-calls';
import { readingCalls } from './contract/reading-calls';
import { recordCalls } from './contract/record-calls';
import { redactionCalls } from './contract/redaction-calls';
import { searchCalls } from './contract/search-calls';

/**
 * The one list of everything the window can ask for. The preload makes a function per key, the router answers only these
 * keys, both sides parse with these schemas; a channel that is not here cannot exist.
 */
export const contract = { ...programCalls, ...waysInCalls, ...backupCalls, ...checkCalls, ...recordCalls, ...inboxCalls, ...caseCalls, ...caseOverviewCalls, ...filesCalls, ...pictureCalls, ...searchCalls, ...mailCalls, ...readingCalls, ...machineWordsCalls, ...redactionCalls, ...protectedFactCalls, ...copyCalls, ...bundleCalls } as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.infer<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<Contract[N]['output']>;
export type CallResult<N extends CallName> = Result<CallOutput<N>>;

/** The calls that one process answers. */
export type CallNameAt<H extends Contract[CallName]['home']> = { [N in CallName]: Contract[N]['home'] extends H ? N : never }[CallName];
