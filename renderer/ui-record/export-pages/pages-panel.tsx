import { ArrowLeft, FileText, FolderOutput, MapPin, Save } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Handing } from '../../../shared/model/copy';
import type { BuiltExport, ExportRecord } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useIsShownOnce } from '../../app/ask-before-leaving';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import type { RunningTask } from '../../app/long-task';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { sayBytes } from '../../ui/say-bytes';
import type { PdfViewHandle } from '../../ui-viewer/pdf/pdf-view';
import { HandOverStep } from '../recipients/hand-over-step';
import { type FoundToRedact, RedactFound } from '../redaction/redact-found';
import { findingKey } from './finding-key';
import { ShowSheet } from './show-sheet';
import { ShownPages } from './shown-pages';
import { SweepFindings } from './sweep-findings';
import { keyOfOwner, type SweepOwner } from './sweep-owner';
import './pages-panel.css';

/** A phone's whole camera roll may hold positions: so many are named. */
const mostNamed = 5;

export interface PagesPanelProps {
  /** What these are the pages of, for whoever hears them; and what is said of the seal code. */
  says: { name: string; sealHint: string };
  built: BuiltExport | null;
  /** While they are being made. */
  running: RunningTask | null;
  onStop: () => void;
  /** What was changed since these were made, so that they cannot be saved: what goes in, or her record itself. */
  stale: 'choice' | 'record' | null;
  /** Whether they may be saved is not known yet. */
  isWaiting?: boolean;
  /** She was elsewhere since they were made: when that was. */
  cameBackTo?: string | null;
  onBuild: () => void;
  onSaved: (record: ExportRecord) => void;
  saved: ExportRecord | null;
  /** Hits of the sweep that she let stand, with her reasons. */
  released: ReadonlyMap<string, string>;
  onReleased: (released: ReadonlyMap<string, string>) => void;
  /** For whom they are; null: for nobody yet. */
  handing: Handing | null;
  onHanding: (handing: Handing | null) => void;
  /** Saving was refused. */
  onRefused: (error: CallError) => void;
  /** A copy for somebody was saved. */
  onHandedOver: () => void;
  /** null: the pages stand alone, with nothing behind them to go back to. */
  onBack: (() => void) | null;
  pages: Ref<PdfViewHandle>;
  /** What else is to be said of these pages before they leave. */
  notices?: ReactNode;
  /** Of the page that is looked at, counted from 1: what can be done with it. */
  ofPage?: ((page: number) => ReactNode) | undefined;
  onGoTo: (page: number) => void;
  /** What saves them, where they do not go as a PDF alone: for whom it is told. */
  savedBy?: ((handing: Handing | null) => ReactNode) | undefined;
  /** Leaves out whose pages a hit of the sweep stands on; null where nothing can be left out. */
  onLeaveOut: ((owner: SweepOwner) => void) | null;
  /** The redaction list that these pages go under; and what becomes of them once it was changed. */
  redacting: { readonly listId: Id | null; readonly onChanged: (listId: Id) => void };
}

/** The pages as they will be, beside what goes in, and the one step that lets them out. */
export function PagesPanel({ says, built, running, onStop, stale, isWaiting = false, cameBackTo = null, onBuild, onSaved, onHandedOver, saved, released, onReleased, handing, onHanding, onRefused, onBack, pages, onGoTo, notices, ofPage, savedBy, onLeaveOut, redacting }: PagesPanelProps) {
  const [note, setNote] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isStale = stale !== null;
  const isOpen = built !== null && (built.sweep.isCut || built.sweep.hits.some(({ id }) => !released.has(id)));
  // More pages than the court takes: only other pages can leave.
  const staysHere = built?.bundle?.isOverLimit === true;
  const [left, setLeft] = useState<{ of: string; keys: ReadonlySet<string> }>({ of: '', keys: new Set() });
  // Put in again, what she left out is in these pages as before.
  const leftOut = built && isStale && left.of === built.exportId ? left.keys : new Set<string>();
  /** Of which pages she is writing down somebody new: with others the form begins again. */
  const [namingFor, setNamingFor] = useState<string | null>(null);
  const isNaming = built !== null && namingFor === built.exportId;
  const [found, setFound] = useState<FoundToRedact | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { go } = usePlaces();
  const { readOnly } = useProgram();
  const words = messages.handOver;
  const isRunning = running !== null;
  // A passphrase that is shown once stays, whatever she changes beside it.
  const isShownOnce = useIsShownOnce();
  // What was pressed is gone: the keyboard goes to the way to stop, then to the pages' heading. Where she comes back to them, she pressed nothing here.
  const stoodBefore = useRef(cameBackTo === null ? null : built);
  useEffect(() => {
    if (built !== null && built === stoodBefore.current) return;
    stoodBefore.current = null;
    if (isRunning) panel.current?.querySelector<HTMLElement>('.progress-line button')?.focus();
    else if (built) panel.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [isRunning, built]);
  const isSaved = saved !== null;
  // Saving took the pressed button away: a key pressed in the moment after, Escape most likely, must not be lost.
  useLayoutEffect(() => {
    if (isSaved && document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('[data-saved]')?.focus();
  }, [isSaved]);

  async function save(): Promise<void> {
    if (!built || isBusy) return;
    setBusy(true);
    const result = await ask('exports.save', { exportId: built.exportId });
    setBusy(false);
    setNote(!result.ok ? messages.errors.say(result.error) : result.value.saved ? null : words.notSaved);
    if (!result.ok) onRefused(result.error);
    else if (result.value.record) onSaved(result.value.record);
  }
  /** The list stays: what else was found is often left out in the same breath. */
  const leaveOut = (owner: SweepOwner): void => {
    if (!built) return;
    setLeft({ of: built.exportId, keys: new Set([...leftOut, keyOfOwner(owner)]) });
    onLeaveOut?.(owner);
  };
  const back = onBack && <div className="pages-back"><Button tone="quiet" icon={ArrowLeft} onPress={onBack}>{words.back}</Button></div>;
  if (running) {
    return <section ref={panel} className="pages-panel pages-wait" aria-label={words.pagesWait}><h2>{words.building}</h2><ProgressLine label={running.label} fraction={running.fraction} figure={running.figure} onCancel={onStop} /></section>;
  }
  if (!built) return <section ref={panel} className="pages-panel pages-wait" aria-label={words.pagesWait}><h2>{words.pagesWait}</h2><p className="quiet measure">{words.pagesWaitWords}</p></section>;
  return (
    <section ref={panel} className="pages-panel" aria-label={words.pagesTitle}>
      <div className="pages-head">
        {back}
        <div className="pages-title">
          <div>
            <h2 tabIndex={-1}>{words.pagesTitle}</h2>
            {cameBackTo && <p className="small">{words.madeAt(messages.dates.clock(cameBackTo))}{built.includesPrivileged && ` ${words.madeWithNotes}`}</p>}
            <p role="status" className="small">{words.ready(built.pageCount, sayBytes(built.file.sizeBytes))}{built.file.format !== 'pdf' && ` ${messages.outputs.shown[built.file.format]}`}</p>
          </div>
          {isStale
            ? <Button tone="primary" icon={FolderOutput} onPress={onBuild}>{words.buildAgain}</Button>
            : !saved && !isWaiting && !isOpen && !staysHere && savedBy === undefined && handing === null && !isNaming && <Button tone="primary" icon={Save} onPress={() => void save()}>{isBusy ? words.saving : built.inFiles ? messages.bundle.inFiles.save(built.inFiles.parts.length) : messages.outputs.save[built.file.format]}</Button>}
        </div>
        {isStale && <Notice tone="needs-you" announce><p>{stale === 'record' ? words.recordChanged : cameBackTo ? words.changedMeanwhile : words.changed}</p>{stale === 'record' && built.includesPrivileged && <p>{words.sayNotesAgain}</p>}</Notice>}
        {(isShownOnce || (!isStale && !isWaiting && !isOpen && !staysHere && (savedBy !== undefined || !saved))) && <HandOverStep key={built.exportId} built={built} handing={handing} onHanding={onHanding} isNaming={isNaming} onNaming={(is) => setNamingFor(is ? built.exportId : null)} lock={savedBy === undefined && built.file.format === 'pdf' && built.kept?.faults.length !== 0 ? 'pdf' : 'zip'} onSaved={onHandedOver} onRefused={onRefused}>{savedBy}</HandOverStep>}
        {saved && !isStale && savedBy === undefined && <div tabIndex={-1} data-saved><Notice announce><p>{words.saved(saved.fileName, saved.made?.parts?.length ?? 1)}</p>{readOnly && <p>{words.savedUnnoted}</p>}</Notice></div>}
        {note && <Notice tone="needs-you" announce>{note}</Notice>}
        {notices}
        {(!isStale || leftOut.size > 0) && !saved && <SweepFindings isStale={isStale} leftOut={leftOut} exportId={built.exportId} of="pages" report={built.sweep} owners={built.sweepOwners} keyOf={(hit) => findingKey(hit, built)} released={released} onReleased={onReleased} onGoTo={onGoTo} onLeaveOut={onLeaveOut && leaveOut} onRedact={readOnly ? null : setFound} />}
        {found && <RedactFound found={found} listId={redacting.listId} onDone={(changedId) => { setFound(null); if (changedId !== null) redacting.onChanged(changedId); }} />}
        {built.couldNotInclude.length > 0 && (
          <Notice tone="needs-you" title={words.couldNotTitle(built.couldNotInclude.length)}>
            <p className="small">{words.couldNotWords}</p>
            <ul className="pages-left-out">
              {built.couldNotInclude.map(({ mark, name, reason, page, documentId }) => (
                <li key={mark}>
                  <span><strong>{mark}</strong> {name}: {reason}</span>
                  {page !== null && <Button tone="quiet" icon={MapPin} aria-label={words.showLeftOut(name)} onPress={() => onGoTo(page)}>{words.showInPages}</Button>}
                  {documentId !== null && <Button tone="quiet" icon={FileText} aria-label={words.openLeftOut(name)} onPress={() => go({ name: 'documents', documentId })}>{words.openDocument}</Button>}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {built.positionsHeld.length > 0 && (
          <Notice tone="needs-you" title={words.positionsTitle(built.positionsHeld.length)}>
            <p className="small">{words.positionsWords}</p>
            <ul className="pages-left-out">
              {built.positionsHeld.slice(0, mostNamed).map(({ mark, name, documentId }) => (
                <li key={mark}>
                  <span><strong>{mark}</strong> <bdi>{name}</bdi></span>
                  <ShowSheet built={built} mark={mark} name={name} onGoTo={onGoTo} />
                  {documentId !== null && <Button tone="quiet" icon={FileText} aria-label={words.openLeftOut(name)} onPress={() => go({ name: 'documents', documentId })}>{words.openDocument}</Button>}
                </li>
              ))}
            </ul>
            {built.positionsHeld.length > mostNamed && <p className="small">{words.positionsMore(built.positionsHeld.length - mostNamed)}</p>}
          </Notice>
        )}
        <p className="small quiet pages-seal">{words.sealCode}: <strong>{built.sealCode}</strong>. {stale !== 'record' && says.sealHint}</p>
      </div>
      <ShownPages key={built.exportId} url={built.url} sizeBytes={built.sizeBytes} name={says.name} pages={pages} ofPage={ofPage} />
    </section>
  );
}
