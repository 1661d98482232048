import { writeFileSync } from 'node:fs';
import { emptyIncidentContent } from '../../shared/model/incident';
import { wholeChronology } from '../../shared/model/chronology';
import type { CallName } from '../../shared/contract';
import { fromText, type Travelling } from '../../shared/contract/answer-text';
import type { TaskEvent } from '../../shared/contract/tasks';
import type { PipeProgram } from './pipe-program';
import { handCopyOver } from './copy-held';
import { keepHerCase } from './her-case-held';
import { takeInEverything, type HeldTaken } from './everything-held';
import type { PlantedFiles } from './planted-files';
import type { PlantedSources } from './planted-sources';

export interface JourneyGiven {
  program: PipeProgram;
  files: PlantedFiles;
  /** Everything else she holds, and a place for a picture that is drawn on the way. Without: none of it is brought in. */
  held?: { sources: PlantedSources; pictureFile: string };
  /** Read by the program's dialogs. */
  answersFile: string;
  /** Where the export goes. */
  exportFile: string;
  plant: (label: string) => string;
  say: (progress: string) => void;
  /** Fewer places and files, and no export. */
  isShort?: boolean;
  /** Called while the vault is open and everything is in it; the page may be ruined. `exportAgain` begins the same export once more and resolves when it has ended, however; `readAgain` has the words of a picture read once more and resolves when that has begun. */
  whileOpen?: (again: { exportAgain: () => Promise<void>; readAgain: () => Promise<void> }) => Promise<void>;
  /** Called while the vault is locked and the program still runs. */
  whileLocked?: () => Promise<void>;
}

/** What the journey's vault opens with. */
export const passphrase = 'seven calm otters by the estuary';

/**
 * Everything a person does, once: make a vault, write, add, import, keep her case, look, search, mark, copy, export, walk through every place of the window,
 * lock, unlock, leave. Most of it through the bridge's own calls, so that it does not hang on the look of a screen.
 */
export async function takeWholeJourney(given: JourneyGiven): Promise<{ steps: number; exportedPages: number }> {
  try {
    return await walk(given);
  } catch (error) {
    given.program.abandon();
    throw error;
  }
}

async function walk({ program, files, held, answersFile, exportFile, plant, say, isShort = false, whileOpen, whileLocked }: JourneyGiven): Promise<{ steps: number; exportedPages: number }> {
  let steps = 0;
  const ask = async <T>(name: CallName, input: unknown): Promise<T> => {
    steps++;
    const result = fromText(await program.evaluate<Travelling<T>>(`tidemark.calls[${JSON.stringify(name)}](${JSON.stringify(input)})`));
    if (!result.ok) throw new Error(`${name} was refused: ${result.error.code}`);
    return result.value;
  };
  const withSecret = async <T>(name: CallName, input: object, secret: (bytes: string) => string): Promise<T> => {
    steps++;
    const result = await program.evaluate<{ ok: boolean; value: T; error?: { code: string } }>(
      `tidemark.calls[${JSON.stringify(name)}]({ ...${JSON.stringify(input)}, ${secret(`new TextEncoder().encode(${JSON.stringify(passphrase)})`)} })`,
    );
    if (!result.ok) throw new Error(`${name} was refused: ${result.error?.code}`);
    return result.value;
  };
  const work = async (name: CallName, input: unknown): Promise<TaskEvent> => {
    steps++;
    const told = await program.evaluate<TaskEvent>(`(${runTask.toString()})(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
    if (told.state !== 'finished') throw new Error(`${name} ended as ${told.state}: ${told.error?.code}`);
    return told;
  };
  const answer = (answers: object): void => writeFileSync(answersFile, JSON.stringify(answers));

  say('a vault is made');
  await program.findPage();
  await withSecret('vault.create', { folder: null }, (bytes) => `passphrase: ${bytes}`);

  // What comes over the pipe is no sign of anybody being there, and on a busy machine this takes longer than the idle time.
  const { settings } = await ask<{ settings: object }>('program.state', {});
  await ask('program.saveSettings', { ...settings, idleLockMinutes: 60 });

  say('an incident is written, recorded and amended');
  const person = await ask<{ id: string }>('people.add', { name: plant('person'), role: 'accused' });
  const { id } = await ask<{ id: string }>('incidents.begin', {});
  const content = {
    ...emptyIncidentContent, title: plant('title'), account: `${plant('account')} أكتب بالعربية 🙂`, where: plant('where'), effectOnMe: plant('effect'), effectOnChildren: plant('children'), whatNext: plant('next'),
    privilegedNote: plant('privileged'), people: [{ personId: person.id, part: 'did-it' }],
    happened: { ...emptyIncidentContent.happened, typed: '12 March 2023 about 9pm', edtf: '2023-03-12', timeOfDay: '21:00', timeApproximate: true },
  };
  await ask('incidents.saveDraft', { id, content });
  await ask('incidents.record', { id });
  await ask('incidents.amend', { id, content: { ...content, account: plant('amended') }, reason: plant('reason') });

  say('documents are added and looked at');
  answer({ open: files.documents });
  const { grants } = await ask<{ grants: { grant: string }[] }>('documents.choose', {});
  const documentIds: string[] = [];
  for (const { grant } of grants) {
    const told = await work('documents.add', { grant });
    if (told.result?.kind !== 'document') throw new Error('a document was not added');
    const document = told.result.value.document;
    documentIds.push(document.id);
    await ask('documents.amend', { id: document.id, title: plant('documenttitle'), happened: content.happened, note: plant('documentnote') });
    const { url } = await ask<{ url: string }>('documents.show', { id: document.id });
    await program.evaluate(`(${look.toString()})(${JSON.stringify(url)}, ${JSON.stringify(document.form)})`);
  }
  await ask('incidents.link', { id, target: { kind: 'document', documentId: documentIds[1] } });

  say('a conversation is imported, read and marked');
  answer({ open: [files.conversation] });
  const { chosen } = await ask<{ chosen: { grant: string } }>('messages.choose', {});
  await work('messages.preview', { grant: chosen.grant, dateOrder: null, columns: null });
  const imported = await work('messages.import', { grant: chosen.grant, dateOrder: 'dmy', columns: null, mail: null, locations: false, conversations: [{ key: 'whatsapp:0', title: plant('conversation'), meName: 'Me' }] });
  const conversationId = imported.result?.kind === 'brought-in' ? imported.result.value.conversations[0]?.id : undefined;
  if (conversationId === undefined) throw new Error('the conversation was not imported');
  await ask('messages.page', { conversationId, firstOrdinal: 0, limit: 200 });
  await ask('messages.find', { conversationId, text: plant('sought') });
  const excerpt = await ask<{ id: string }>('excerpts.mark', { conversationId, firstOrdinal: 10, lastOrdinal: 20, shows: plant('shows') });

  let taken: HeldTaken | null = null;
  if (held !== undefined && !isShort) taken = await takeInEverything({ program, ...held, incidentId: id, plant, say, ask, work, answer });
  if (!isShort) await keepHerCase({ incidentId: id, documentId: documentIds[0]!, personId: person.id, plant, say, ask, work, show: (url) => program.evaluate(fetchWhole(url)) });

  say('it is found again');
  await ask('chronology.rows', { filter: { ...wholeChronology, text: plant('filter') }, offset: 0, limit: 100 });
  await ask('search.find', { text: plant('search'), offset: 0, limit: 50 });
  await ask('history.list', { subjectId: null, offset: 0, limit: 100 });
  await ask('program.copyText', { text: plant('clipboard') });

  say('every place of the window is visited and typed into');
  for (let place = 0; place < (isShort ? 3 : 12); place++) {
    if (!(await program.evaluate<boolean>(`(${visit.toString()})(${place})`))) continue;
    await program.type(plant('typed'));
    await program.evaluate('new Promise((resolve) => setTimeout(resolve, 700))');
  }

  let exportedPages = 0;
  let exportAgain = (): Promise<void> => Promise.resolve();
  if (!isShort) {
    const choice = { caseName: plant('case'), incidentIds: [id], caseIds: [], documentIds: [...documentIds.slice(1, 4), ...documentIds.slice(-1)], excerptIds: [excerpt.id], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };
    exportAgain = () => work('exports.build', choice).then(() => undefined, () => undefined);
    exportedPages = await exportOnce(choice);
  }

  const readAgain = () => (taken === null ? Promise.resolve() : ask<void>('readings.readNow', { id: taken.pictureId, step: 'ocr' }));
  await whileOpen?.({ exportAgain, readAgain });
  say('it is locked, opened again, and left by quick exit');
  await program.untilReplaced(() => ask('vault.lock', {}));
  await whileLocked?.();
  await withSecret('vault.unlock', { folder: null }, (bytes) => `secret: { kind: 'passphrase', bytes: ${bytes} }`);
  await ask('search.find', { text: plant('searchagain'), offset: 0, limit: 50 });
  await program.untilReplaced(() => ask('program.quickExit', {}));
  return { steps, exportedPages };

  async function exportOnce(choice: object): Promise<number> {
    say('it is exported');
    const built = await work('exports.build', choice);
    if (built.result?.kind !== 'export') throw new Error('nothing was built');
    await program.evaluate(fetchWhole(built.result.value.url));
    answer({ save: exportFile });
    await handCopyOver({ exportId: built.result.value.exportId, plant, say, ask, work });
    await ask('exports.save', { exportId: built.result.value.exportId });
    return built.result.value.pageCount;
  }
}

/** For the page: reads what lies at an address of the program's own, to its last byte. */
function fetchWhole(url: string): string {
  return `fetch(${JSON.stringify(url)}).then((response) => response.arrayBuffer()).then((bytes) => bytes.byteLength)`;
}

/** In the page: starts long work and waits for its end. */
function runTask(name: string, input: unknown): Promise<unknown> {
  const { calls, events } = (globalThis as unknown as { tidemark: { calls: Record<string, (given: unknown) => Promise<{ ok: boolean; value?: { taskId: string }; error?: unknown }>>; events: Record<string, (hear: (told: { taskId: string; state: string }) => void) => void> } }).tidemark;
  return new Promise((resolve, reject) => {
    const ended = new Map<string, unknown>();
    let wanted = '';
    events['task']!((told) => {
      if (told.state === 'running') return;
      ended.set(told.taskId, told);
      if (told.taskId === wanted) resolve(told);
    });
    void calls[name]!(input).then((result) => {
      if (!result.ok) return reject(new Error(`${name}: ${JSON.stringify(result.error)}`));
      wanted = result.value!.taskId;
      if (ended.has(wanted)) resolve(ended.get(wanted));
      return undefined;
    });
  });
}

/** In the page: looks at a document as the program would. */
async function look(url: string, form: string): Promise<void> {
  const page = globalThis as unknown as { document: { createElement(name: string): { src: string; onload: unknown; onerror: unknown; onloadeddata: unknown; remove(): void }; body: { append(node: unknown): void } } };
  await fetch(url, { headers: { range: 'bytes=0-99' } }).then((response) => response.arrayBuffer());
  if (form !== 'image' && form !== 'video') return;
  const shown = page.document.createElement(form === 'image' ? 'img' : 'video');
  await new Promise((resolve) => {
    shown.onload = resolve;
    shown.onloadeddata = resolve;
    shown.onerror = resolve;
    shown.src = url;
    page.document.body.append(shown);
    setTimeout(resolve, 5000);
  });
  shown.remove();
}

/** In the page: goes to a place of the rail, opens the first things there, and puts the cursor into the first field. */
async function visit(place: number): Promise<boolean> {
  const { document } = globalThis as unknown as { document: { querySelectorAll(selector: string): ArrayLike<{ click(): void; focus(): void }> } };
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const link = document.querySelectorAll('nav a, nav button, nav [role=tab], nav [role=option]')[place];
  if (link === undefined) return false;
  link.click();
  await rest(600);
  for (const thing of Array.from(document.querySelectorAll('main [role=option], main [role=row], main li a, main li button')).slice(0, 3)) {
    thing.click();
    await rest(500);
  }
  const field = document.querySelectorAll('main textarea, main input:not([type=checkbox]):not([type=radio]):not([type=file])')[0];
  field?.focus();
  return true;
}
