import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { UndatedDocument } from '../../../shared/model/document';
import type { BuiltExport, ExportRecord } from '../../../shared/model/export';
import type { AsideThing } from '../../../shared/model/search';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useTask } from '../../app/use-task';
import { focusFirstError } from '../../ui/focus-first-error';
import { PagesPanel } from '../../ui-record/export-pages/pages-panel';
import { useWordsWaiting } from '../../ui-record/redaction/words-waiting';
import type { PdfViewHandle } from '../../ui-viewer/pdf/pdf-view';
import { BagPanel } from './bag-panel';
import type { Choice } from './choice';
import { ChoiceColumn } from './choice-column';
import { ChoiceFoot } from './choice-foot';
import { TurnShown } from './in-copy/turn-shown';
import { formatOf, outputOf } from './outputs/wishes';
import { PagesNotices } from './pages-notices';
import { useRedactionLists } from './use-redaction-lists';
import { useWhatGoes } from './use-what-goes';
import { type NotMade, whyNotMade } from './why-not-made';

export interface HandOverProps {
  readonly rows: readonly ChronologyRow[];
  /** False while these are only the first. */
  readonly isWhole: boolean;
  readonly things: readonly AsideThing[];
  /** Documents without a date that go with no entry. */
  readonly undated: readonly UndatedDocument[];
  readonly caseDrafts: readonly CaseRow[];
  readonly exports: readonly ExportRecord[];
  /** Something left this computer. */
  readonly onSaved: () => void;
}

/** What goes, beside the pages that are made of it. */
export function HandOver({ rows, isWhole, things, undated, caseDrafts, exports, onSaved }: HandOverProps) {
  const { readOnly } = useProgram();
  const words = messages.handOver;
  const goes = useWhatGoes(rows, things, undated);
  const { choice, setChoice, wishes, bundle } = goes;
  const redactions = useRedactionLists(choice.redactionListId);
  const [built, setBuilt] = useState<{ pages: BuiltExport; of: string } | null>(null);
  const [saved, setSaved] = useState<ExportRecord | null>(null);
  const building = useTask('export');
  const [isLooking, setLooking] = useState(false);
  const [notMade, setNotMade] = useState<NotMade | null>(null);
  const [hasTypedFact, setTypedFact] = useState(false);
  const waitingWords = useWordsWaiting('');
  const [copiesTurn, setCopiesTurn] = useState(0);
  const [column, setColumn] = useState<HTMLDivElement | null>(null);
  const pages = useRef<PdfViewHandle>(null);
  const permission = useRef<HTMLInputElement>(null);

  const forgetNotMade = useCallback((): void => setNotMade(null), []);
  const choose = useCallback((next: Choice): void => { setChoice(next); forgetNotMade(); }, [setChoice, forgetNotMade]);
  const goTo = useCallback((page: number): void => {
    setLooking(true);
    // Where there is room for one of the two, the pages are drawn first.
    requestAnimationFrame(() => pages.current?.goToPage(page));
  }, []);

  // Pages that are no longer looked at are not kept.
  const exportId = built?.pages.exportId;
  useEffect(() => () => { if (exportId) void ask('exports.discard', { exportId }); }, [exportId]);

  const isStale = built !== null && built.of !== goes.keyOf(goes.wanted());
  const saidBefore = (goes.isForCourt ? exports.find(({ id }) => id === bundle.continues?.exportId)?.made?.said : undefined) ?? [];

  async function build(): Promise<void> {
    const wanted = goes.wanted();
    const amiss = whyNotMade({ ...goes, wanted, hasTypedFact });
    setNotMade(amiss);
    if (amiss !== null) {
      setLooking(false);
      focusFirstError(column);
      return;
    }
    // Typed and not on the list, they would be in the pages.
    if (wanted.redactionListId !== null && !waitingWords.mayLeave('press', false)) return setLooking(false);
    setSaved(null);
    setBuilt(null);
    setLooking(true);
    const made = await building.start('exports.build', wanted);
    if (made) setBuilt({ pages: made, of: goes.keyOf(wanted) });
    else setLooking(false);
  }
  const handedOver = (): void => { onSaved(); setCopiesTurn((turn) => turn + 1); };
  const namePermission = (): void => { setLooking(false); requestAnimationFrame(() => permission.current?.focus()); };
  return (
    <div className="hand-over" data-looking={isLooking || undefined}>
      <div className="hand-over-choice">
        <ChoiceColumn
          goes={goes} rows={rows} isWhole={isWhole} caseDrafts={caseDrafts} things={things} redactions={redactions} exports={exports} copiesTurn={copiesTurn} onSaved={onSaved} saidBefore={saidBefore}
          built={built?.pages ?? null} onGoTo={goTo} notMade={notMade} onChanged={forgetNotMade} onTypedFact={setTypedFact} waitingWords={waitingWords} permissionRef={permission} column={column} onColumn={setColumn} readOnly={readOnly}
        />
        <ChoiceFoot notMade={notMade} error={building.error} pages={built === null ? 'none' : isStale ? 'stale' : 'fit'} canMake={building.running === null && isWhole} onMake={() => void build()} onLook={() => setLooking(true)} />
      </div>
      <PagesPanel
        says={{ name: messages.outputs.names[outputOf(wishes)], sealHint: outputOf(wishes) === 'chronology' && formatOf(wishes) === 'pdf' ? words.sealCodeHint : words.sealCodeNoted }}
        built={built?.pages ?? null} running={building.running} onStop={building.cancel} isStale={isStale} onBuild={() => void build()}
        saved={saved} onSaved={(record) => { setSaved(record); onSaved(); }} onBack={() => setLooking(false)} pages={pages} onGoTo={goTo}
        notices={built && <PagesNotices built={built.pages} isStale={isStale} redactions={redactions} choice={choice} onChoice={choose} onGoTo={goTo} onNamePermission={namePermission} />}
        ofPage={built === null ? undefined : (page) => <TurnShown built={built.pages} page={page} choice={choice} before={saidBefore} onChoice={choose} />}
        onLeaveOut={({ ids, exhibit, name }) => choose({ ...choice, takenOut: new Set([...choice.takenOut, ...ids]), exhibitsOut: exhibit === null ? choice.exhibitsOut : [...choice.exhibitsOut, { ...exhibit, name }] })}
        redacting={{ listId: choice.redactionListId, onChanged: (redactionListId) => { choose({ ...choice, redactionListId }); goes.noteList(); } }}
        onHandedOver={handedOver}
        savedBy={wishes.what === 'bag' && built ? (handing) => <BagPanel key={built.pages.exportId} exportId={built.pages.exportId} handing={handing} onSaved={handedOver} /> : undefined}
      />
    </div>
  );
}
