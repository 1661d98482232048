import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVaultService } from '../../electron/vault/calls/service';
import { historyHead, verifyHistory } from '../../electron/vault/record/history/history';
import { recordContext } from '../../electron/vault/record/record-context';
import { migrate } from '../../electron/vault/record/schema/migrate';
import { createStore, prepareCreate } from '../../electron/vault/store/open-store';
import { wholeChronology, type ChronologyFilter } from '../../shared/model/chronology';
import { abuseKinds } from '../../shared/picklists';
import { emptyIncidentContent } from '../../shared/model/incident';
import type { Bench, Measurement } from '../proving/bench';
import { chatBegins, chatChosen, chatSays } from '../../shared/importers/testing/made-parts';
import { fillIncidents, messageBatches } from './measuring/fill-record';
import { middleOf } from './measuring/middle-of';

/** What she might type, from words in nearly every message to words that are nowhere, every script, half-typed and in quotes. */
const searches = ['you', 'the', 'kitchen', 'radiat', 'locksmith', 'petunia', '"the door"', 'money police', 'phone -car', 'w1234', 'w39', 'قال', '支持', 'nowhereatall', 'so', 'crying sorry late'];

/** A clock's time, and this process's share of the processor in it: on a busy machine only the second says what the program costs. */
interface Took {
  ms: number;
  cpuMs: number;
}

async function took(work: () => Promise<unknown>): Promise<Took> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

const sayTook = ({ ms, cpuMs }: Took): string => `${ms.toFixed(1)} ms (processor ${cpuMs.toFixed(1)} ms)`;

/** The bound holds for processor time: these calls wait for nothing, so that on an idle machine both are the same. */
const both = (name: string, times: readonly Took[], atMost: number): Measurement[] => [
  { name: `${name}P95CpuMs`, value: middleOf(times.map(({ cpuMs }) => cpuMs), 0.95), atMost },
  { name: `${name}P95Ms`, value: middleOf(times.map(({ ms }) => ms), 0.95) },
];

export const bench: Bench = {
  measures: 'bringing in messages, and answering search, chronology and conversation in a case of 20,000 incidents and 500,000 messages',
  async run({ isSmall, isBroken, say, scratch }) {
    const incidents = isSmall ? 500 : 20_000;
    const messages = isSmall ? 5000 : 500_000;
    const folder = join(scratch, 'vault');
    const key = new Uint8Array(32).fill(3);
    const store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key }] });
    await migrate(store);
    let people: string[] = [];
    const filling = await took(async () => {
      people = await fillIncidents(recordContext(store), incidents);
    });
    const verifying = await took(() => Promise.resolve(verifyHistory(store)));
    say(`${incidents} incidents: ${sayTook(filling)}; history of ${historyHead(store).sequence} entries repeated: ${sayTook(verifying)}`);
    await store.close();

    const service = createVaultService(() => undefined);
    const ask = async (name: string, input: unknown): Promise<unknown> => {
      const result = await service.handle(name, input);
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    };
    const timed = (name: string, input: unknown): Promise<Took> => took(async () => {
      await ask(name, input);
      if (isBroken) for (const until = performance.now() + 200; performance.now() < until;);
    });
    await ask('open.unlock', { folder, key: Uint8Array.from(key), marks: [], refusedUtc: [] });
    const source = join(scratch, 'chat.txt');
    await writeFile(source, 'a conversation');
    let conversationId = '';
    const importing = await took(async () => {
      const { importId, seals } = (await ask('imports.begin', { taskId: '0'.repeat(32), path: source, name: 'chat.txt', isFolder: false, files: ['chat.txt'], ...chatChosen('Craig', 'Mara') })) as { importId: string; seals: unknown };
      await ask('imports.addParts', { importId, parts: [chatBegins] });
      for (const batch of messageBatches(messages, 1000)) await ask('imports.addParts', { importId, parts: [chatSays(batch)] });
      const { conversations } = (await ask('imports.commit', { importId, read: seals, mayBeTruncated: [] })) as { conversations: { id: string }[] };
      conversationId = conversations[0]?.id ?? '';
    });
    say(`${messages} messages: ${sayTook(importing)}`);

    const rounds = isSmall ? 2 : 5;
    const search: Took[] = [];
    const changed: Took[] = [];
    const rows: Took[] = [];
    const years: Took[] = [];
    const pages: Took[] = [];
    const period = { fromDay: '2015-01-01', toDay: '2019-12-31' };
    const kinds = abuseKinds.slice(0, 3).map(({ id }) => id);
    const filters: ChronologyFilter[] = [
      {}, { text: 'kitchen' }, { kinds }, { kinds: abuseKinds.map(({ id }) => id) }, period, { personIds: people.slice(0, 1) }, { hasEvidence: false }, { hasEvidence: true },
      { ...period, kinds, personIds: people, hasEvidence: false }, { ...period, kinds, personIds: people, hasEvidence: false, text: 'kitchen' },
    ].map((filter) => ({ ...wholeChronology, ...filter }));
    const { id: draft } = (await ask('incidents.begin', {})) as { id: string };
    for (let round = 0; round < rounds; round += 1) {
      for (const text of searches) {
        const found = await timed('search.find', { text, offset: 0, limit: 50 });
        if (round <= 1) say(`${text}: ${sayTook(found)}`);
        if (round > 0) search.push(found);
      }
      for (const [index, filter] of filters.entries()) {
        // After a change the order is worked out anew, whichever call comes first; after that it is kept.
        await ask('incidents.saveDraft', { id: draft, content: { ...emptyIncidentContent, account: `round ${round}, filter ${index}` } });
        const first = await (round % 2 === 0 ? timed('chronology.rows', { filter, offset: 0, limit: 100 }) : timed('chronology.years', { filter }));
        if (round > 0) changed.push(first);
        if (round === 1) say(`chronology ${index} after a change: ${sayTook(first)}`);
        for (const share of [0.1, 0.5]) rows.push(await timed('chronology.rows', { filter, offset: Math.floor(incidents * share), limit: 100 }));
        years.push(await timed('chronology.years', { filter }));
      }
      for (const share of [0, 0.5, 0.99]) pages.push(await timed('messages.page', { conversationId, firstOrdinal: Math.floor(messages * share), limit: 200 }));
    }
    const closing = await took(() => ask('open.close', {}));
    const opening = await took(() => ask('open.unlock', { folder, key: Uint8Array.from(key), marks: [], refusedUtc: [] }));
    await ask('open.close', {});
    say(`closed: ${sayTook(closing)}; opened: ${sayTook(opening)}`);
    return [
      { name: 'importMessagesPerCpuSecond', value: (messages * 1000) / importing.cpuMs, ...(isSmall ? {} : { atLeast: 8000 }) },
      { name: 'importMessagesPerSecond', value: (messages * 1000) / importing.ms },
      ...both('search', search, isSmall ? 150 : 50),
      ...both('chronologyAfterChange', changed, isSmall ? 150 : 50),
      ...both('chronologyRows', rows, isSmall ? 150 : 30),
      ...both('chronologyYears', years, isSmall ? 150 : 30),
      ...both('messagesPage', pages, isSmall ? 150 : 20),
      { name: 'openMs', value: opening.ms },
      { name: 'openCpuMs', value: opening.cpuMs },
      { name: 'verifyHistoryCpuMs', value: verifying.cpuMs },
      { name: 'peakMemoryMB', value: process.resourceUsage().maxRSS / 1024, atMost: 1500 },
    ];
  },
};
