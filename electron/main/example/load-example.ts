import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { understandDate } from '../../../shared/dates';
import type { Dated } from '../../../shared/model/dated';
import type { Id } from '../../../shared/model/identity';
import { emptyIncidentContent, type IncidentContent } from '../../../shared/model/incident';
import { addDocument } from '../flows/add-document';
import { importSource } from '../flows/import-source';
import { previewSource } from '../flows/preview-source';
import { programFiles } from '../hosts/program-files';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import { CaseFile, type CaseContent } from './case-file';
import { found } from './found';
import { type Known, loadCaseEntry } from './load-case-entries';

type Vault = ShellServices['vault'];

/** Feeds the invented case through the same calls that she would make, into the vault that is open. */
export async function loadExample(services: Pick<ShellServices, 'vault' | 'readings'>, task: RunningTask, folder = path.join(programFiles.assets, 'sample-case')): Promise<void> {
  const { vault } = services;
  const written = CaseFile.parse(JSON.parse(await readFile(path.join(folder, 'case.json'), 'utf8')));
  const total = written.people.length + written.documents.length + written.conversations.length + written.incidents.length + written.caseEntries.length;
  let done = 0;
  const step = (): void => {
    task.signal.throwIfAborted();
    task.progress('example', ++done, total, 'items');
  };
  /** The flows below tell of steps of their own; only the whole counts here. */
  const quiet: RunningTask = { ...task, progress: () => undefined };

  const people = new Map<string, string>();
  for (const { key, name, role, ...said } of written.people) {
    const person = await vault.askRecord('people.add', { name, role });
    await vault.askRecord('people.amend', { id: person.id, ...said });
    people.set(key, person.id);
    step();
  }

  const targets = new Map<string, Target>();
  for (const { key, file, title, happened, note } of written.documents) {
    const { document, duplicateOfId } = await addDocument(services, quiet, fileIn(folder, file));
    const id = duplicateOfId ?? document.id;
    await vault.askRecord('documents.amend', { id, title, happened: understood(happened), note });
    targets.set(key, { kind: 'document', documentId: id });
    step();
  }
  for (const { key, file, title, dateOrder, meName, excerpts } of written.conversations) {
    const chat = fileIn(folder, file);
    const { conversations: found } = await previewSource(quiet, chat, { dateOrder, columns: null });
    const { conversations: kept } = await importSource(services, quiet, { source: chat, dateOrder, columns: null, mail: null, locations: false, conversations: found.slice(0, 1).map(({ key: chatKey }) => ({ key: chatKey, title, meName })) });
    const [conversation] = kept;
    if (conversation === undefined) throw new Error('a chat of the invented case holds no conversation');
    const [source] = conversation.sources;
    if (source !== undefined) targets.set(key, { kind: 'document', documentId: source.documentId });
    for (const { key: excerptKey, first, last, shows } of excerpts) {
      const excerpt = await vault.askRecord('excerpts.mark', { conversationId: conversation.id, firstOrdinal: first, lastOrdinal: last, shows });
      targets.set(excerptKey, { kind: 'excerpt', excerptId: excerpt.id });
    }
    step();
  }
  const known: Known = { people, things: new Map(targets), given: new Map() };
  for (const incident of written.incidents) {
    const incidentId = await loadIncident(vault, incident, people, targets);
    known.things.set(incident.key, { kind: 'incident', incidentId });
    step();
  }
  for (const entry of written.caseEntries) {
    await loadCaseEntry(vault, entry, known);
    step();
  }
}

type Target = { kind: 'document'; documentId: string } | { kind: 'excerpt'; excerptId: string };

async function loadIncident(vault: Vault, incident: CaseFile['incidents'][number], people: Map<string, string>, targets: Map<string, Target>): Promise<Id> {
  const { id } = await vault.askRecord('incidents.begin', {});
  const content = contentOf(incident.content, emptyIncidentContent, people);
  await vault.askRecord('incidents.saveDraft', { id, content });
  for (const key of incident.links) await vault.askRecord('incidents.link', { id, target: found(targets, key) });
  if (incident.draft) return id;
  await vault.askRecord('incidents.record', { id });
  let standing = content;
  for (const amendment of incident.amendments) {
    standing = contentOf(amendment.content, standing, people);
    await vault.askRecord('incidents.amend', { id, content: standing, reason: amendment.reason });
  }
  return id;
}

/** A date that is written down only in words is read as the editor would read it; of two readings, the likelier. */
function understood(dated: Dated): Dated {
  if (dated.edtf !== '') return dated;
  const reading = understandDate(dated.typed, new Date().toISOString().slice(0, 10));
  if (reading.kind === 'not-understood') return dated;
  const { edtf, timeOfDay, timeApproximate } = reading.kind === 'understood' ? reading : reading.readings[0] ?? dated;
  return { ...dated, edtf, timeOfDay, timeApproximate };
}

/** Whole content from what is written down; what an amendment leaves out stays as it was. */
function contentOf(written: CaseContent, before: IncidentContent, people: Map<string, string>): IncidentContent {
  const { people: involved, ...rest } = written;
  const named = involved.map(({ person, part }) => ({ personId: found(people, person), part }));
  return { ...before, ...rest, people: named.length > 0 ? named : before.people };
}

function fileIn(folder: string, file: string): { path: string; name: string } {
  return { path: path.join(folder, file), name: path.basename(file) };
}
