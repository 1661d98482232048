import { expect, test } from 'vitest';
import { firstMaking } from '../../../shared/model/output';
import type { ExportChoice } from '../../../shared/model/export';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { VaultHost } from '../hosts/vault-host';
import { Readings } from '../readings/readings';
import { planOnceRead } from './plan-once-read';

const idOf = (number: number): string => String(number).padStart(32, '0');
const choice = { making: firstMaking } as ExportChoice;

/** A plan of a letter, a mail with a photograph, and a message with another; of each file it says whether it had been read by then. `stopAt`: she stops when this one is read. */
function made(unread: readonly string[], { broken = '', stopAt = '' } = {}) {
  const waiting = new Set(unread);
  const read: string[] = [];
  const told: [number, number][] = [];
  const abort = new AbortController();
  let plans = 0;
  const documents = [1, 2, 3, 4, 5].map(idOf);
  const [letter, source, photo, chat, other] = documents.map((id) => ({ id }));
  const ask = (async (name: string, { documentIds }: { documentIds: string[] }) => {
    if (name !== 'readings.factsWaiting') throw new Error(name);
    return { readings: documentIds.filter((id) => waiting.has(id)).map((documentId) => ({ documentId, step: 'facts', place: 0, total: 0, originalName: 'a', sizeBytes: 1, mediaType: '', form: 'other' })) };
  }) as unknown as VaultHost['ask'];
  // Paused, and nothing may be read by itself: what goes into pages is read all the same.
  const readings = new Readings({
    vault: { ask, askRecord: ask as unknown as VaultHost['askRecord'] }, mayRead: () => false, tell: () => undefined, pause: { read: () => true, save: () => undefined },
    steps: [{ step: 'facts', run: async ({ documentId }) => {
      read.push(documentId);
      if (documentId === stopAt) abort.abort();
      if (documentId === broken) throw new Error('broken');
      waiting.delete(documentId);
      return 'noted';
    } }],
  });
  const plan = async (): Promise<ExportPlan> => {
    plans += 1;
    const things = [{ kind: 'document', document: letter }, { kind: 'mail', source, attachments: [photo] }, { kind: 'excerpt', sources: [chat], messages: [{ attachments: [{ documentId: other?.id }, { documentId: null }] }] }];
    return { planId: idOf(90 + plans), exhibits: things.map((thing) => ({ thing })), entries: [...waiting] } as unknown as ExportPlan;
  };
  const run = () => planOnceRead({ readings }, { plan }, choice, { signal: abort.signal, progress: (_step, done, total) => told.push([done, total]) });
  return { run, read, told, documents, plans: () => plans };
}

test('every file in it that was not read is read first, one after another, and the plan is of what they say', async () => {
  const { run, read, told, documents, plans } = made([1, 2, 3, 4, 5, 6].map(idOf));
  expect((await run()).entries).toEqual([idOf(6)]);
  expect([read, told, plans()]).toEqual([documents, [[0, 5], [1, 5], [2, 5], [3, 5], [4, 5]], 2]);
});

test('where all are read it is planned once', async () => {
  const { run, read, plans } = made([idOf(6)]);
  await run();
  expect([read, plans()]).toEqual([[], 1]);
});

test('one that cannot be read stops nothing; she does, at once', async () => {
  const broken = made([idOf(1), idOf(2)], { broken: idOf(1) });
  expect((await broken.run()).entries).toEqual([idOf(1)]);
  expect(broken.read).toEqual([idOf(1), idOf(2)]);
  const stopped = made([idOf(1), idOf(2)], { stopAt: idOf(1) });
  await expect(stopped.run()).rejects.toThrow();
  expect([stopped.read, stopped.plans()]).toEqual([[idOf(1)], 1]);
});
