import type { z } from 'zod';
import { Refusal } from '../../../shared/contract/errors';
import { changedKind } from '../../../shared/vault-protocol/way-in-change';
import type { RecordContext } from '../record/record-context';
import { wayInNote } from '../record/vault/ways-in';
import type { waysInVaultCalls } from '../../../shared/vault-protocol/ways-in-calls';
import { nodeFilePort } from '../store/file-port';
import { newKeyFile, readKeyFile } from '../store/secrets/key-file';
import { combineShares, newShares, shareFacts } from '../store/secrets/recovery-share';
import { noteRefused } from './note-refused';
import { zeroing } from './zeroing';

type WaysInCalls = typeof waysInVaultCalls;
export type WaysInAnswers = { readonly [N in keyof WaysInCalls]: (input: z.infer<WaysInCalls[N]['input']>) => Promise<z.infer<WaysInCalls[N]['output']>> };

/** Answers about the ways in: reading secrets of every kind, and changing the open vault's. Typed secrets are zeroed once they are read. */
export function waysInAnswers(current: () => RecordContext): WaysInAnswers {
  return {
    'prepare.readKeyFile': async ({ path }) => ({ secret: await readKeyFile(nodeFilePort, path) }),
    'prepare.readShare': async ({ typed }) => zeroing([typed], async () => shareFacts(typed)),
    'prepare.combineShares': ({ typed }) => zeroing(typed, async () => ({ secrets: await combineShares(typed) })),
    'prepare.keyFile': async () => newKeyFile(),
    'prepare.shares': ({ needed, count }) => newShares(needed, count),
    'waysIn.parameters': async () => current().store.waysIn.parameters(),
    'waysIn.prove': async ({ proof }) => {
      await zeroing([proof], () => noteRefused(current(), async ({ store }) => {
        if (store.readOnly) throw new Refusal('read-only');
        if (store.waysIn.opens(proof) === null) throw new Refusal('wrong-secret');
      }));
      return {};
    },
    'waysIn.make': async ({ proof, key, made }) => {
      await zeroing([proof, key], () => noteRefused(current(), (context) => context.store.waysIn.set(changedKind(made), key, proof, wayInNote(context, made))));
      return {};
    },
    'waysIn.remove': async ({ proof, removed }) => {
      await zeroing([proof], () => noteRefused(current(), (context) => context.store.waysIn.remove(removed.kind, proof, wayInNote(context, removed))));
      return {};
    },
  };
}
