import { Refusal } from '../../../shared/contract/errors';
import { laidOutTypeOf } from '../../../shared/importers/papers/lay-out/laid-out-kinds';
import { exhibitName } from '../../../shared/layouts/exhibit-name';
import { place } from '../../../shared/layouts/places';
import type { IssuedBundle } from '../../../shared/model/bundle';
import type { CutOrder } from '../../../shared/assemble-protocol';
import type { CopyLeaving } from '../../../shared/model/copy';
import type { CasePageWanted } from '../../../shared/model/case/case-page';
import type { Document } from '../../../shared/model/document';
import type { BuiltExport, ExportChoice } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import { drawnDocumentsOf, type ExportPlan, thingOf } from '../../../shared/model/export-plan';
import { fromFirstPage } from '../../../shared/model/page-numbering';
import type { ProtectedFact } from '../../../shared/model/protected-fact';
import type { SweepReport } from '../../../shared/model/sweep';
import { outputs as outputWords } from '../../../shared/messages/en-gb/outputs';
import type { OutputFormat } from '../../../shared/model/output';
import { outputOf } from '../../../shared/outputs/outputs';
import { bagOutlook } from '../bag/bag-outlook';
import { keptFiles } from '../bag/bag-source';
import { saveBag } from '../bag/save-bag';
import { type BagSweep, isOfChoice, sweepBag, tellSwept } from '../bag/sweep-bag';
import { expectReason, leaving, makeCopy, piecesToSave } from '../copies/make-copy';
import { leavingFiles, saveCopyInFiles, type SavedInFiles } from '../copies/save-copy-in-files';
import { saveWhole } from '../files/save-whole';
import { programFiles } from '../hosts/program-files';
import { ocrData } from '../ocr/ocr-data';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import { buildCasePage } from './build-case-page';
import { buildExport, type BuildWith, type BuiltPages } from './build-export';
import { builtBundle } from './built-bundle';
import { SweepDecisions } from './decisions';
import { OneBuilt } from './one-built';
import { fileKinds, outputFile } from './output-file';
import { ownPagesOf } from './own-pages';
import { planOnceRead } from './plan-once-read';
import { PictureWindow } from '../sandboxed/picture-window';
import { type SweepBy, sweepFiles } from '../sweep/sweep-files';
import { ownersOf } from './sweep-owners';
import { namesOfFiles, saveInFolder } from './save-in-files';
import { toldFiles } from './told-files';
import { saveExport, suggestBagName, suggestBundleName, suggestName, suggestPageName } from './save-export';
import { vaultSource } from './vault-source';

interface Waiting { readonly exportId: string; readonly token: string; /** The file that is saved. */ readonly bytes: Uint8Array; readonly format: OutputFormat; readonly pageCount: number; /** Pages that we set; null of a file without pages. */ readonly printed: BuiltPages['printed'] | null; readonly includesPrivileged: boolean; readonly holdsPrivateChildren: boolean; readonly planId: Id; readonly suggestedName: string; readonly decisions: SweepDecisions; /** null of all but a chronology as PDF: a bag is made around no other. */ readonly bagged: Bagged | null; /** null of all but a court's bundle. */ readonly issued: IssuedBundle | null; /** null: it is saved as one file. */ readonly cut: CutOrder | null; /** It says of itself that it is PDF/A-2b. */ readonly isKept: boolean }

/** What an evidence bag around a chronology is made of. `heldBack`: files in which somebody only covered words. */
interface Bagged { readonly plan: ExportPlan; readonly heldBack: ReadonlySet<Id>; /** What was found in its files as she last chose them; null: they were not looked through. */ swept: BagSweep | null }

/** A finished file in memory. */
interface Made { readonly bytes: Uint8Array; readonly format: OutputFormat }

const filterOf = (format: OutputFormat): { name: string; extensions: string[] } => ({ name: outputWords.formats[format].label, extensions: [fileKinds[format].extension] });

const isPrinted = (document: Pick<Document, 'form' | 'mediaType' | 'originalName'>): boolean => document.form === 'image' || document.form === 'pdf' || document.form === 'text' || laidOutTypeOf(document) !== null;

/** What a redaction list did nothing to, so that she is told. */
function notRedactedIn({ redaction, exhibits }: ExportPlan): BuiltExport['notRedacted'] {
  if (redaction === null) return [];
  const unread = new Set(redaction.notRead);
  return exhibits.flatMap((exhibit): BuiltExport['notRedacted'] => {
    const { mark, thing } = exhibit;
    const name = exhibitName(exhibit);
    if (thing.kind === 'document' && thing.document.status === 'kept' && !isPrinted(thing.document)) return [{ documentId: thing.document.id, mark, name, because: 'original' }];
    return drawnDocumentsOf(exhibit).filter((id) => unread.has(id)).map((documentId) => ({ documentId, mark, name, because: 'not-read' }));
  });
}

/** Covered words are still in the file itself; it goes into a bag only where she said that it goes as it is. */
function heldBackIn({ foundRedactions }: ExportPlan, built: BuiltPages): ReadonlySet<Id> {
  const burnt = foundRedactions.filter(({ decision }) => decision === 'burn');
  return new Set([...burnt, ...built.foundRedactions].map(({ documentId }) => documentId));
}

function nameOf({ exhibits }: ExportPlan, documentId: Id): string {
  const exhibit = exhibits.find(({ thing }) => thing.kind === 'document' && thing.document.id === documentId);
  return exhibit === undefined ? '' : exhibitName(exhibit);
}

/** Builds, shows, saves and forgets exports. One built export waits at a time, in memory only (one-built.ts); it leaves only while the record says what it says (`exports.planStands`). */
export function exportHandlers(services: ShellServices): HandlersOf<'exports.build' | 'casePages.build' | 'exports.release' | 'exports.takeBackRelease' | 'exports.save' | 'exports.bagOutlook' | 'exports.sweepBag' | 'exports.saveBag' | 'exports.standing' | 'exports.discard' | 'copies.handOver'> {
  const source = vaultSource(services.vault);
  const one = new OneBuilt<Waiting>((token) => services.shelves.withdraw('export', token), (taskId) => services.tasks.cancel(taskId));
  services.onLock(() => one.letGo());
  services.onPlanLetGo((planId) => one.letGoOfPlan(planId));

  /** Before she is asked where: the vault refuses it all the same when it would be recorded. */
  const expectStanding = async ({ planId }: Waiting): Promise<void> => {
    const { stands } = await services.vault.ask('exports.planStands', { planId });
    if (!stands) throw new Refusal('pages-outdated');
  };

  /** The built chronology around which a bag can be made. */
  const baggedAs = (exportId: Id): Waiting & { readonly bagged: Bagged } => {
    const built = one.as(exportId);
    if (built.bagged === null) throw new Refusal('not-found');
    return built as Waiting & { readonly bagged: Bagged };
  };

  const decisionsOf = (exportId: Id, of: 'pages' | 'bag' | undefined): SweepDecisions => {
    if (of !== 'bag') return one.as(exportId).decisions;
    const { swept } = baggedAs(exportId).bagged;
    if (swept === null) throw new Refusal('not-found');
    return swept.decisions;
  };

  const steps = (task: RunningTask): Omit<BuildWith, 'source'> => ({ files: programFiles, signal: task.signal, progress: (step, done, total, unit) => task.progress(step, done, total, unit) });

  const protectedFacts = async (): Promise<readonly ProtectedFact[]> => (await services.vault.askRecord('protectedFacts.list', {})).facts;
  const sweepBy = (task: RunningTask): SweepBy => ({ files: programFiles, ocrData: () => ocrData(programFiles.ocrData), signal: task.signal, progress: (step, done, total, unit) => task.progress(step, done, total, unit) });

  /** Looks through the finished file for what must not be in it, under the name that it will be offered to be saved as. */
  const sweep = async (task: RunningTask, { bytes, format }: Made, suggestedName: string): Promise<SweepReport> => {
    return sweepFiles([{ path: suggestedName, mediaType: fileKinds[format].mediaType, bytes }], await protectedFacts(), sweepBy(task));
  };

  /** Puts what was built where the window can look at it, in place of what waited before. */
  const show = (task: RunningTask, { bytes, pageCount, printed, cut, kept = null }: Pick<BuiltPages, 'bytes' | 'pageCount' | 'printed'> & { readonly cut: CutOrder | null; readonly kept?: BuiltPages['kept'] }, file: Made, planId: Id, suggestedName: string, report: SweepReport, { includesPrivileged, holdsPrivateChildren }: Pick<Waiting, 'includesPrivileged' | 'holdsPrivateChildren'>, bagged: Bagged | null, bundle: ReturnType<typeof builtBundle>): Pick<BuiltExport, 'exportId' | 'url' | 'pageCount' | 'sizeBytes' | 'file' | 'kept' | 'sweep'> => {
    if (task.signal.aborted) throw new Refusal('cancelled');
    const { token, url } = services.shelves.show('export', { sizeBytes: bytes.length, mediaType: 'application/pdf', read: async (start, end) => bytes.slice(start, end) });
    one.keep(task.id, { exportId: task.id, token, bytes: file.bytes, format: file.format, pageCount, printed: file.format === 'pdf' ? printed : null, includesPrivileged, holdsPrivateChildren, planId, suggestedName, decisions: new SweepDecisions(report, bundle?.built.isOverLimit), bagged, issued: bundle?.issued ?? null, cut, isKept: kept?.faults.length === 0 });
    return { exportId: task.id, url, pageCount, sizeBytes: bytes.length, file: { format: file.format, sizeBytes: file.bytes.length }, kept, sweep: report };
  };

  const buildPage = async (task: RunningTask, wanted: CasePageWanted): Promise<BuiltExport> => {
    const plan = await services.vault.ask('casePages.plan', wanted);
    one.isOf(task.id, plan.planId);
    const built = await buildCasePage(plan, steps(task));
    const name = suggestPageName(wanted.caseName, wanted.request.page);
    const file: Made = { bytes: built.bytes, format: 'pdf' };
    const shown = show(task, { ...built, printed: [{ from: 0, to: built.pageCount }], cut: null }, file, plan.planId, name, await sweep(task, file, name), { includesPrivileged: false, holdsPrivateChildren: plan.privateChildren.length > 0 }, null, null);
    return { ...shown, includesPrivileged: false, privateChildren: plan.privateChildren, sweepOwners: [], sealCode: plan.sealCode, numbering: fromFirstPage, bundle: null, inFiles: null, entryPages: [], exhibits: [], notHere: [], positionsHeld: [], foundRedactions: [], notRedacted: [], couldNotInclude: [] };
  };

  const build = async (task: RunningTask, choice: ExportChoice): Promise<BuiltExport> => {
    const plan = await planOnceRead(services, source, choice, task);
    one.isOf(task.id, plan.planId);
    const { wanted: { output }, format } = plan.making;
    if (outputOf(plan).isEmpty()) throw new Refusal('nothing-chosen');
    const written = format === 'pdf' ? null : await outputFile(plan);
    const built = await buildExport(plan, { source, ...steps(task) });
    const { pageOf } = built;
    const file: Made = { bytes: written ?? built.bytes, format };
    const name = plan.bundle === null ? suggestName(plan.caseName, { output, format }) : suggestBundleName(plan.caseName, plan.bundle);
    const report = await sweep(task, file, name);
    const bundle = builtBundle(plan, built);
    return {
      ...show(task, { ...built, cut: built.inFiles?.cut ?? null }, file, plan.planId, name, report, { includesPrivileged: plan.includesPrivileged, holdsPrivateChildren: plan.privateChildren.length > 0 }, output === 'chronology' && format === 'pdf' && plan.bundle === null ? { plan, heldBack: heldBackIn(plan, built), swept: null } : null, bundle), includesPrivileged: plan.includesPrivileged, privateChildren: plan.privateChildren, sweepOwners: ownersOf(report, plan, pageOf, built.pageCount, built.printed), sealCode: plan.sealCode,
      numbering: built.numbering, bundle: bundle?.built ?? null, inFiles: toldFiles(plan, built),
      exhibits: plan.exhibits.map((exhibit) => ({ ...thingOf(exhibit), mark: exhibit.mark, name: exhibitName(exhibit), page: pageOf.get(place.exhibit(exhibit.mark)) ?? null, filePages: built.filePages.get(exhibit.mark) ?? null, ownPages: ownPagesOf(built, exhibit), ownName: exhibitName({ thing: exhibit.thing }) })),
      notHere: plan.notHere,
      entryPages: plan.entries.flatMap(({ id, number }) => { const page = pageOf.get(place.entry(number)); return page === undefined ? [] : [{ id, page }]; }),
      positionsHeld: plan.exhibits.flatMap((exhibit) => {
        const { mark, thing } = exhibit;
        return thing.kind !== 'excerpt' && thing.holdsPosition ? [{ mark, name: exhibitName(exhibit), documentId: thing.kind === 'document' ? thing.document.id : null }] : [];
      }),
      foundRedactions: built.foundRedactions.map((found) => ({ ...found, onPages: [...found.onPages], name: nameOf(plan, found.documentId) })),
      notRedacted: notRedactedIn(plan),
      couldNotInclude: built.notIncluded.map(({ mark, name, reason }) => {
        const thing = plan.exhibits.find((exhibit) => exhibit.mark === mark)?.thing;
        return { mark, name, reason, page: pageOf.get(place.exhibit(mark)) ?? null, documentId: thing?.kind === 'document' ? thing.document.id : null };
      }),
    };
  };

  return {
    'exports.build': async (choice) => services.tasks.start('gathering', 'items', 'window', async (task) => ({ kind: 'export', value: await one.make(task.id, () => build(task, choice)) })),
    'casePages.build': async (wanted) => services.tasks.start('gathering', 'items', 'window', async (task) => ({ kind: 'export', value: await one.make(task.id, () => buildPage(task, wanted)) })),
    'exports.release': async ({ exportId, of, hitIds, reason }) => ({ released: decisionsOf(exportId, of).release(hitIds, reason) }),
    'exports.takeBackRelease': async ({ exportId, of, hitIds }) => ({ released: decisionsOf(exportId, of).takeBack(hitIds) }),
    'exports.save': async ({ exportId }) => {
      const ready = one.as(exportId);
      const released = ready.decisions.settled();
      await expectStanding(ready);
      const chosen = ready.cut === null ? await services.dialogs.saveFile({ suggestedName: ready.suggestedName, filters: [filterOf(ready.format)] }) : await services.dialogs.openFolder();
      if (chosen === null) return { saved: false, record: null };
      // The vault may have locked while the dialog was open.
      if (one.waiting !== ready) throw new Refusal('not-found');
      const { planId, pageCount, bytes, issued, cut, suggestedName } = ready;
      const said = { ...(issued === null ? {} : { issued }), ...(ready.isKept ? { isKept: true as const } : {}) };
      if (cut !== null) {
        const { signal } = new AbortController();
        const files = await leavingFiles(bytes, cut, suggestedName, { files: programFiles, signal }, null);
        const record = await saveInFolder(files, chosen, namesOfFiles(suggestedName, files.length).folder, signal, (saved) => source.record({ planId, pageCount, released, ...saved, ...said }));
        return { saved: true, record };
      }
      const record = await saveExport(bytes, chosen, ({ fileName, sha256 }) => source.record({ planId, fileName, pageCount, sizeBytes: bytes.length, sha256, released, ...said }));
      return { saved: true, record };
    },
    'exports.bagOutlook': async ({ exportId }) => bagOutlook(services.vault, baggedAs(exportId).bagged.plan),
    'copies.handOver': async ({ exportId, handing }) => {
      const ready = one.as(exportId);
      const released = ready.decisions.settled();
      await expectStanding(ready);
      await expectReason(services, handing, ready);
      // Only a PDF can be locked by itself, and none that is made for keeping (ISO 19005-2, 6.1.3).
      if (handing.protection === 'pdf' && (ready.format !== 'pdf' || ready.isKept)) throw new Refusal('bad-call');
      return services.tasks.start('marking', 'pages', 'window', async (task) => {
        const isZip = handing.protection === 'zip';
        const chosen = ready.cut !== null && !isZip ? await services.dialogs.openFolder() : await services.dialogs.saveFile(isZip ? { suggestedName: `${ready.suggestedName}.zip`, filters: [{ name: 'ZIP', extensions: ['zip'] }] } : { suggestedName: ready.suggestedName, filters: [filterOf(ready.format)] });
        if (chosen === null) return { kind: 'handed-over', value: { copy: null, passphrase: null } };
        const made = await makeCopy(services, task, ready, handing);
        // The vault may have locked, or the pages been made anew.
        if (one.waiting !== ready) throw new Refusal('not-found');
        const { planId, pageCount, suggestedName, issued } = ready;
        const said = { ...(issued === null ? {} : { issued }), ...(ready.isKept ? { isKept: true as const } : {}) };
        if (ready.cut !== null) {
          const record = (saved: SavedInFiles, copy: CopyLeaving) => source.record({ planId, pageCount, released, ...saved, copy, ...said });
          await saveCopyInFiles(made, { cut: ready.cut, name: suggestedName, chosen, preparedUtc: new Date().toISOString() }, task, record);
          return { kind: 'handed-over', value: { copy: await services.vault.ask('copies.get', { id: made.ahead.id }), passphrase: made.passphrase } };
        }
        let sizeBytes = 0;
        const counted = async function* (): AsyncGenerator<Uint8Array> {
          for await (const piece of piecesToSave(made, task, suggestedName, new Date().toISOString())) {
            sizeBytes += piece.length;
            yield piece;
          }
        };
        await saveWhole(counted(), chosen, ({ fileName, sha256 }) => {
          if (task.signal.aborted) throw new Refusal('cancelled');
          return source.record({ planId, fileName, pageCount, sizeBytes, sha256, released, copy: leaving(made, { fileName, sha256, sizeBytes }, made.passphrase === null ? null : suggestedName), ...said });
        });
        return { kind: 'handed-over', value: { copy: await services.vault.ask('copies.get', { id: made.ahead.id }), passphrase: made.passphrase } };
      });
    },
    'exports.sweepBag': async ({ exportId, choice }) => {
      const ready = baggedAs(exportId);
      return services.tasks.start('sweeping', 'items', 'window', async (task) => {
        const { bagged, bytes, pageCount } = ready;
        const pictures = new PictureWindow(programFiles);
        try {
          const source = { ...bagged, chronology: { bytes, pageCount }, ...keptFiles(services.vault, pictures, task.signal) };
          const swept = await sweepBag({ source, choice, facts: await protectedFacts(), sweep: (coming, facts) => sweepFiles(coming, facts, sweepBy(task)) }, bagged.swept);
          if (one.waiting !== ready) throw new Refusal('not-found');
          bagged.swept = swept;
          return { kind: 'bag-swept', value: tellSwept(swept) };
        } finally {
          await pictures.close();
        }
      });
    },
    'exports.saveBag': async ({ exportId, choice, handing }) => {
      const ready = baggedAs(exportId);
      const { swept } = ready.bagged;
      if (!isOfChoice(swept, choice)) throw new Refusal('sweep-open');
      const released = [...ready.decisions.settled(), ...swept.decisions.settled()];
      await expectStanding(ready);
      const name = suggestBagName(ready.bagged.plan.caseName);
      if (handing !== null) await expectReason(services, handing, ready);
      return services.tasks.start('writing', 'bytes', 'window', async (task) => {
        const chosen = choice.form === 'folder' ? await services.dialogs.openFolder() : await services.dialogs.saveFile({ suggestedName: `${name}.zip`, filters: [{ name: 'ZIP', extensions: ['zip'] }] });
        if (chosen === null) return { kind: 'bag-saved', value: { record: null, handedOver: { copy: null, passphrase: null } } };
        // The vault may have locked while the dialog was open.
        if (one.waiting !== ready) throw new Refusal('not-found');
        const { bagged, planId, bytes, pageCount } = ready;
        const made = handing === null ? null : await makeCopy(services, task, ready, handing);
        if (made?.passphrase != null && choice.form === 'folder') throw new Refusal('bad-call');
        const record = await saveBag(services, task, chosen, {
          ...bagged, choice, name, chronology: { bytes: made?.pages ?? bytes, pageCount }, passphrase: made?.passphrase ?? null,
          record: (saved) => source.record({ ...saved, planId, pageCount, released, ...(ready.isKept ? { isKept: true as const } : {}), ...(made === null ? {} : { copy: leaving(made, saved, ready.suggestedName) }) }),
        });
        return { kind: 'bag-saved', value: { record, handedOver: { copy: made === null ? null : await services.vault.ask('copies.get', { id: made.ahead.id }), passphrase: made?.passphrase ?? null } } };
      });
    },
    'exports.standing': async ({ exportId }) => {
      const { waiting } = one;
      if (waiting?.exportId !== exportId) return { standing: 'gone' };
      return { standing: (await services.vault.ask('exports.planStands', { planId: waiting.planId })).stands ? 'stands' : 'outdated' };
    },
    'exports.discard': async ({ exportId }) => {
      if (one.waiting?.exportId === exportId) one.letGo();
      return {};
    },
  };
}
