import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract';
import { fromText, type Travelling } from '../../../shared/contract/answer-text';
import type { TaskResult } from '../../../shared/contract/tasks';
import { emptyIncidentContent } from '../../../shared/model/incident';
import type { ExportChoice, ExportRecord } from '../../../shared/model/export';
import type { BundleChecked } from '../../../shared/bag/bag-checked';
import type { PipeProgram } from '../../proving/pipe-program';

type ValueOf<K extends TaskResult['kind']> = Extract<TaskResult, { kind: K }>['value'];

/** The real program through its bridge, for what this proof needs of it. */
export class BagProgram {
  constructor(private readonly program: PipeProgram, private readonly answersFile: string) {}

  async ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const result = fromText(await this.program.evaluate<Travelling<CallOutput<N>>>(`tidemark.calls[${JSON.stringify(name)}](${JSON.stringify(input)})`));
    if (!result.ok) throw new Error(`${name} was refused: ${result.error.code}`);
    return result.value;
  }

  async work<K extends TaskResult['kind']>(name: CallName, input: unknown, kind: K): Promise<ValueOf<K>> {
    const told = await this.program.evaluate<{ state: string; result: TaskResult | null; error: { code: string; file?: string } | null }>(`new Promise((resolve) => {
      let wanted = ''; const early = [];
      const stop = tidemark.events.task((event) => { if (event.state === 'running') return; if (event.taskId === wanted) { stop(); resolve(event); } else early.push(event); });
      tidemark.calls[${JSON.stringify(name)}](${JSON.stringify(input)}).then((answer) => {
        if (!answer.ok) return resolve({ state: 'refused', result: null, error: answer.error });
        wanted = answer.value.taskId;
        const ended = early.find(({ taskId }) => taskId === wanted);
        if (ended) resolve(ended);
      });
    })`);
    if (told.state !== 'finished' || told.result?.kind !== kind) throw new Error(`${name} ended as ${told.state}: ${told.error?.code} ${told.error?.file ?? ''}`);
    return told.result.value as ValueOf<K>;
  }

  answer(answers: object): void {
    writeFileSync(this.answersFile, JSON.stringify(answers));
  }

  /** A record with one entry for each file, and its chronology built. */
  async buildFrom(files: readonly string[]): Promise<string> {
    const made = await this.program.evaluate<{ ok: boolean }>(`tidemark.calls['vault.create']({ folder: null, passphrase: new TextEncoder().encode('seven calm otters by the estuary') })`);
    if (!made.ok) throw new Error('no vault');
    const ids: string[] = [];
    for (const [index, file] of files.entries()) {
      this.answer({ open: [file] });
      const { grants } = await this.ask('documents.choose', {});
      const { document } = await this.work('documents.add', { grant: grants[0]?.grant ?? '' }, 'document');
      const { id } = await this.ask('incidents.begin', {});
      await this.ask('incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: `=1+1 Entry ${index + 1}`, account: 'What happened.', happened: { typed: 'about June 2019', edtf: '2019-06~', timeOfDay: '', timeApproximate: false, basis: 'diary' } } });
      await this.ask('incidents.record', { id });
      await this.ask('incidents.link', { id, target: { kind: 'document', documentId: document.id } });
      ids.push(id);
    }
    const choice: ExportChoice = { caseName: 'Ellis', incidentIds: ids, caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };
    const { exportId, sweep } = await this.work('exports.build', choice, 'export');
    const hitIds = sweep.hits.map(({ id }) => id);
    if (hitIds.length > 0) await this.ask('exports.release', { exportId, hitIds, reason: 'made up' });
    return exportId;
  }

  async saveBag(exportId: string, form: 'folder' | 'zip', originals: boolean, place: string): Promise<ExportRecord> {
    mkdirSync(form === 'folder' ? place : join(place, '..'), { recursive: true });
    this.answer({ folder: place, save: place });
    const choice = { form, originals, wholeSources: false, leftOut: [] };
    const { report } = await this.work('exports.sweepBag', { exportId, choice }, 'bag-swept');
    const hitIds = report.hits.map(({ id }) => id);
    if (hitIds.length > 0) await this.ask('exports.release', { exportId, of: 'bag', hitIds, reason: 'made up' });
    const { record } = await this.work('exports.saveBag', { exportId, choice }, 'bag-saved');
    if (record === null) throw new Error('the bag was not saved');
    return record;
  }

  async check(place: string, what: 'folder' | 'file'): Promise<BundleChecked> {
    this.answer({ folder: place, open: [place] });
    const { chosen } = await this.ask('bundles.choose', { what });
    return this.work('bundles.check', { grant: chosen?.grant ?? '' }, 'bundle-checked');
  }
}
