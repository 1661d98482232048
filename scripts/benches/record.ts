import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVaultService } from '../../electron/vault/calls/service';
import { recordContext } from '../../electron/vault/record/record-context';
import { migrate } from '../../electron/vault/record/schema/migrate';
import { createStore, prepareCreate } from '../../electron/vault/store/open-store';
import { wholeChronology } from '../../shared/model/chronology';
import type { Bench } from '../proving/bench';
import { fillIncidents, messageBatches } from './measuring/fill-record';
import { middleOf } from './measuring/middle-of';

/** What she might type, from words in nearly every message to words that are nowhere, every script, half-typed and in quotes. */
const searches = ['you', 'the', 'kitchen', 'radiat', 'locksmith', 'petunia', '"the door"', 'money police', 'phone -car', 'w1234', 'w39', 'قال', '支持', 'nowhereatall', 'so', 'crying sorry late'];

export const bench: Bench = {
  measures: 'bringing in messages, and answering search, chronology and conversation in a case of 20,000 incidents and 500,000 messages',
  async run({ isSmall, isBroken, say, scratch }) {
    const incidents = isSmall ? 500 : 20_000;
    const messages = isSmall ? 5000 : 500_000;
    const folder = join(scratch, 'vault');
    const key = new Uint8Array(32).fill(3);
    const store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key }] });
    await migrate(store);
    const startFill = performance.now();
    await fillIncidents(recordContext(store), incidents);
    await store.close();
    say(`${incidents} incidents in ${((performance.now() - startFill) / 1000).toFixed(1)} s`);

    const service = createVaultService(() => undefined);
    const ask = async (name: string, input: unknown): Promise<unknown> => {
      const result = await service.handle(name, input);
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    };
    const timed = async (name: string, input: unknown): Promise<number> => {
      const start = performance.now();
      await ask(name, input);
      if (isBroken) await new Promise((resolve) => setTimeout(resolve, 200));
      return performance.now() - start;
    };
    await ask('open.unlock', { folder, key, mark: null });
    const source = join(scratch, 'chat.txt');
    await writeFile(source, 'a conversation');
    const startImport = performance.now();
    const { importId, sourceSha256 } = (await ask('messages.beginImport', { taskId: '0'.repeat(32), path: source, name: 'chat.txt', title: 'Craig', dateOrder: 'dmy', meName: 'Mara' })) as { importId: string; sourceSha256: string };
    for (const batch of messageBatches(messages, 2000)) await ask('messages.addBatch', { importId, messages: batch });
    await ask('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false });
    const importSeconds = (performance.now() - startImport) / 1000;
    say(`${messages} messages in ${importSeconds.toFixed(1)} s`);

    const rounds = isSmall ? 2 : 5;
    const search: number[] = [];
    const rows: number[] = [];
    const years: number[] = [];
    const pages: number[] = [];
    const filters = [wholeChronology, { ...wholeChronology, text: 'kitchen' }, { ...wholeChronology, kinds: ['physical'], fromDay: '2015-01-01', toDay: '2016-12-31' }, { ...wholeChronology, hasEvidence: false }];
    for (let round = 0; round < rounds; round += 1) {
      for (const text of searches) {
        const took = await timed('search.find', { text, offset: 0, limit: 50 });
        if (round === 0) say(`${text}: ${took.toFixed(1)} ms`);
        else search.push(took);
      }
      for (const filter of filters) {
        for (const offset of [0, Math.floor(incidents / 2)]) rows.push(await timed('chronology.rows', { filter, offset, limit: 100 }));
        years.push(await timed('chronology.years', { filter }));
      }
      for (const share of [0, 0.5, 0.99]) pages.push(await timed('messages.page', { conversationId: importId, firstOrdinal: Math.floor(messages * share), limit: 200 }));
    }
    await ask('open.close', {});
    return [
      { name: 'importMessagesPerSecond', value: messages / importSeconds, ...(isSmall ? {} : { atLeast: 5000 }) },
      { name: 'searchP50Ms', value: middleOf(search) },
      { name: 'searchP95Ms', value: middleOf(search, 0.95), atMost: isSmall ? 150 : 50 },
      { name: 'chronologyRowsP95Ms', value: middleOf(rows, 0.95), atMost: isSmall ? 150 : 50 },
      { name: 'chronologyYearsP95Ms', value: middleOf(years, 0.95), atMost: isSmall ? 150 : 100 },
      { name: 'messagesPageP95Ms', value: middleOf(pages, 0.95), atMost: isSmall ? 150 : 20 },
    ];
  },
};
