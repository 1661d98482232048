import { cp, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportWork } from '../../electron/vault/calls/import-work';
import { takeUpRecord } from '../../electron/vault/calls/open-vault';
import { beginIncident, saveDraft } from '../../electron/vault/record/incidents/incidents';
import { recordContext, type RecordContext } from '../../electron/vault/record/record-context';
import { migrate } from '../../electron/vault/record/schema/migrate';
import { createStore, openStore, prepareCreate, type StorePorts } from '../../electron/vault/store/open-store';
import { emptyIncidentContent } from '../../shared/model/incident';
import type { Bench, Measurement } from '../proving/bench';
import { chatBegins, chatChosen, chatSays } from '../../shared/importers/testing/made-parts';
import { fillIncidents, messageBatches } from './measuring/fill-record';
import { middleOf } from './measuring/middle-of';
import { notedWrites } from './measuring/noted-writes';

const key = (): Uint8Array => new Uint8Array(32).fill(3);
const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
/** Just short of a snapshot, which is due after 1,000 (docs/FORMAT.md): a kill leaves no longer journal of her own saves. */
const savesBeforeKill = 950;

async function makeCase(folder: string, scratch: string, incidents: number, messages: number): Promise<void> {
  const store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key() }] });
  await migrate(store);
  const context = recordContext(store);
  await fillIncidents(context, incidents);
  const source = join(scratch, 'chat.txt');
  await writeFile(source, 'a conversation');
  const imports = new ImportWork(context);
  const { importId, seals } = await imports.begin({ path: source, name: 'chat.txt', isFolder: false, files: ['chat.txt'], ...chatChosen('Craig', 'Mara') }, quiet);
  await imports.addParts(importId, [chatBegins]);
  for (const batch of messageBatches(messages, 1000)) await imports.addParts(importId, [chatSays(batch)]);
  await imports.commit(importId, { read: seals, mayBeTruncated: [] });
  await store.close();
}

interface Opened {
  context: RecordContext;
  ms: number;
  cpuMs: number;
}

/** Opens as the program does once the key is derived. */
async function timedOpen(folder: string, ports: StorePorts = {}): Promise<Opened> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { store, notices } = await openStore({ folder, key: key(), mark: null }, ports);
  const { context } = await takeUpRecord(store, notices, []);
  const { user, system } = process.cpuUsage(cpu);
  return { context, ms: performance.now() - start, cpuMs: (user + system) / 1000 };
}

const sayOpened = ({ ms, cpuMs }: Opened): string => `${ms.toFixed(0)} ms (processor ${cpuMs.toFixed(0)} ms)`;

/** Her writing, a little longer each time. */
const account = (i: number): string => `${i} ${'What happened, in her own words. '.repeat(38)}`;

export const bench: Bench = {
  measures: 'in a case of 20,000 incidents and 500,000 messages: an acknowledged save against appending the same bytes and fdatasync, in turn; opening it, closed and after a kill',
  async run({ isSmall, isBroken, say, scratch }) {
    const folder = join(scratch, 'vault');
    await makeCase(folder, scratch, isSmall ? 300 : 20_000, isSmall ? 4000 : 500_000);
    const { files, newestBytes } = notedWrites();
    const opened = await timedOpen(folder, { files });
    say(`opened: ${sayOpened(opened)}`);
    const { context } = opened;
    const file = await open(join(scratch, 'plain'), 'w');
    let at = 0;
    /** One kind of save and as many bytes appended, in turn. */
    const against = async (name: string, save: (i: number) => Promise<unknown>): Promise<{ saveMs: number; appendMs: number; ratio: number }> => {
      const saves: number[] = [];
      const appends: number[] = [];
      for (let i = 0; i < (isSmall ? 40 : 500); i += 1) {
        const startSave = performance.now();
        await save(i);
        if (isBroken) await context.store.snapshot();
        saves.push(performance.now() - startSave);
        const bytes = new Uint8Array(newestBytes()).fill(1);
        const startAppend = performance.now();
        await file.write(bytes, 0, bytes.length, at);
        await file.datasync();
        appends.push(performance.now() - startAppend);
        at += bytes.length;
      }
      const [saveMs, appendMs] = [middleOf(saves), middleOf(appends)];
      say(`${name}: ${saveMs.toFixed(2)} ms for ${newestBytes()} bytes, append and fdatasync ${appendMs.toFixed(2)} ms`);
      return { saveMs, appendMs, ratio: saveMs / appendMs };
    };
    const { id } = await beginIncident(context);
    const plain = await against('a text kept', (i) => context.store.transact((t) => t.run(`UPDATE incident SET pending = ? WHERE id = ?`, [account(i), id])));
    await context.store.transact((t) => t.run(`UPDATE incident SET pending = NULL WHERE id = ?`, [id]));
    const draft = await against('a draft, its line in the chronology and its words in the search', (i) => saveDraft(context, id, { ...emptyIncidentContent, account: account(i) }));
    await file.close();

    // The journal begins anew, so that its length is known.
    await context.store.snapshot();
    for (let i = 0; i < (isSmall ? 50 : savesBeforeKill); i += 1) await saveDraft(context, id, { ...emptyIncidentContent, account: account(i) });
    await cp(folder, `${folder}-killed`, { recursive: true, filter: (path) => !path.endsWith('lock') });
    await context.store.close();
    const killed = await timedOpen(`${folder}-killed`);
    say(`opened after a kill: ${sayOpened(killed)}`);
    await killed.context.store.close();
    const slowed = isBroken ? 3000 : 0;
    return [
      { name: 'saveP50Ms', value: plain.saveMs }, { name: 'appendP50Ms', value: plain.appendMs },
      { name: 'saveAgainstAppendRatio', value: plain.ratio, atMost: isSmall ? 8 : 2 },
      { name: 'draftP50Ms', value: draft.saveMs }, { name: 'draftAgainstAppendRatio', value: draft.ratio, atMost: isSmall ? 12 : 4 },
      ...asMeasured('open', opened, slowed), ...asMeasured('openAfterKill', killed, slowed),
    ];
  },
};

/** The bound holds for the smaller of the two: on a busy machine the clock counts what others do, and on an idle one the processor what threads do side by side. */
function asMeasured(name: string, { ms, cpuMs }: Opened, slowed: number): Measurement[] {
  return [{ name: `${name}Ms`, value: ms + slowed }, { name: `${name}CpuMs`, value: cpuMs + slowed }, { name: `${name}LeastMs`, value: Math.min(ms, cpuMs) + slowed, atMost: 2000 }];
}
