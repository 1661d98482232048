import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { UndatedDocument } from '../../../shared/model/document';
import type { ExportRecord } from '../../../shared/model/export';
import type { AsideThing } from '../../../shared/model/search';
import { messages } from '../../../shared/messages/en-gb';
import { useLeaving } from '../../app/ask-before-leaving';
import { useProgram } from '../../app/program';
import { focusFirstError } from '../../ui/focus-first-error';
import { PagesPanel } from '../../ui-record/export-pages/pages-panel';
import { useWordsWaiting } from '../../ui-record/redaction/words-waiting';
import type { PdfViewHandle } from '../../ui-viewer/pdf/pdf-view';
import { BagPanel } from './bag-panel';
import type { Choice } from './choice';
import { ChoiceColumn } from './choice-column';
import { ChoiceFoot } from './choice-foot';
import { TurnShown } from './in-copy/turn-shown';
import { formatOf, outputOf, type Wishes } from './outputs/wishes';
import { pagesMade } from './pages-made';
import { PagesNotices } from './pages-notices';
import { useKeptWhileOpen } from './use-kept-while-open';
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

const noneReleased: ReadonlyMap<string, string> = new Map();

/** Pages were refused: the record may say something else than they do. */
function lookAgainAt(refused: CallError): void {
  if (refused.code === 'pages-outdated' || refused.code === 'not-found') void pagesMade.lookAgain();
}

/** What goes, beside the pages that are made of it. */
export function HandOver({ rows, isWhole, things, undated, caseDrafts, exports, onSaved }: HandOverProps) {
  const { readOnly } = useProgram();
  const words = messages.handOver;
  const { running, error, pages: made, standing, isBack, isLetGo } = useSyncExternalStore(pagesMade.subscribe, pagesMade.read);
  const built = made?.built ?? null;
  const goes = useWhatGoes(rows, things, undated, pagesMade.letsOut);
  const { choice, setChoice, wishes, bundle, sayAgain } = goes;
  const redactions = useRedactionLists(choice.redactionListId);
  // Where there is room for one of the two, she comes back to that at which she was.
  const [isLooking, setLooking] = useKeptWhileOpen('looking', false, (before) => before && (made !== null || running !== null));
  // Other pages take the place of a passphrase that is shown once.
  const { leave, dialog } = useLeaving();
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
  }, [setLooking]);

  // What was done elsewhere may have changed what is in them.
  useEffect(() => {
    void pagesMade.lookAgain().then((stands) => { if (!stands) sayAgain(); });
    return () => pagesMade.leave();
  }, [sayAgain]);

  // Before all rows are here nobody knows what would go.
  const stale = made === null ? null : standing === 'outdated' ? 'record' : isWhole && made.of !== goes.keyOf(goes.wanted()) ? 'choice' : null;
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
    setLooking(true);
    if (!await pagesMade.make(wanted, goes.keyOf(wanted))) setLooking(false);
  }
  // A bag's own words would go with the panel that shows them.
  const makeOf = (next: Wishes): void => (next.what === wishes.what ? goes.setWishes(next) : leave(() => goes.setWishes(next)));
  const handedOver = (): void => { onSaved(); setCopiesTurn((turn) => turn + 1); };
  const namePermission = (): void => { setLooking(false); requestAnimationFrame(() => permission.current?.focus()); };
  return (
    <div className="hand-over" data-looking={isLooking || undefined}>
      <div className="hand-over-choice">
        <ChoiceColumn
          goes={{ ...goes, setWishes: makeOf }} rows={rows} isWhole={isWhole} caseDrafts={caseDrafts} things={things} redactions={redactions} exports={exports} copiesTurn={copiesTurn} onSaved={onSaved} saidBefore={saidBefore}
          built={built} onGoTo={goTo} notMade={notMade} onChanged={forgetNotMade} onTypedFact={setTypedFact} waitingWords={waitingWords} permissionRef={permission} column={column} onColumn={setColumn} readOnly={readOnly}
        />
        <ChoiceFoot notMade={notMade} error={error} isLetGo={isLetGo} pages={made === null ? 'none' : stale === null ? 'fit' : 'stale'} canMake={running === null && isWhole} onMake={() => leave(() => void build())} onLook={() => setLooking(true)} />
      </div>
      <PagesPanel
        says={{ name: messages.outputs.names[outputOf(wishes)], sealHint: outputOf(wishes) === 'chronology' && formatOf(wishes) === 'pdf' ? words.sealCodeHint : words.sealCodeNoted }}
        built={built} running={running} onStop={pagesMade.stop} stale={stale} isWaiting={standing === 'asking' || !isWhole} cameBackTo={isBack ? made?.madeAtUtc ?? null : null} onBuild={() => leave(() => void build())}
        saved={made?.saved ?? null} onSaved={(record) => { if (built) pagesMade.note(built, { saved: record }); onSaved(); }} released={made?.released ?? noneReleased} onReleased={(released) => { if (built) pagesMade.note(built, { released }); }}
        handing={made?.handing ?? null} onHanding={(handing) => { if (built) pagesMade.note(built, { handing }); }} onRefused={lookAgainAt} onBack={() => setLooking(false)} pages={pages} onGoTo={goTo}
        notices={built && <PagesNotices built={built} isStale={stale !== null} redactions={redactions} choice={choice} onChoice={choose} onGoTo={goTo} onNamePermission={namePermission} />}
        ofPage={built === null ? undefined : (page) => <TurnShown built={built} page={page} choice={choice} before={saidBefore} onChoice={choose} />}
        onLeaveOut={({ ids, exhibit, name }) => choose({ ...choice, takenOut: new Set([...choice.takenOut, ...ids]), exhibitsOut: exhibit === null ? choice.exhibitsOut : [...choice.exhibitsOut, { ...exhibit, name }] })}
        redacting={{ listId: choice.redactionListId, onChanged: (redactionListId) => { choose({ ...choice, redactionListId }); goes.noteList(); redactions.again(); } }}
        onHandedOver={handedOver}
        savedBy={wishes.what === 'bag' && built ? (handing) => <BagPanel key={built.exportId} exportId={built.exportId} handing={handing} onSaved={handedOver} onRefused={lookAgainAt} /> : undefined}
      />
      {dialog}
    </div>
  );
}
