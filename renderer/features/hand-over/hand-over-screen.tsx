import { FolderOutput } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BuiltExport, ExportChoice, ExportRecord } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import { labelOf } from '../../../shared/model/page-numbering';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { placeOfCase } from '../../app/place-of-case';
import { type Place, usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { focusFirstError } from '../../ui/focus-first-error';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { EmptyState, Page, PageHeader } from '../../ui/page';
import { TextField } from '../../ui/text-field';
import { nameOfRow } from '../../ui-record/name-of-row';
import { PagesPanel } from '../../ui-record/export-pages/pages-panel';
import type { PdfViewHandle } from '../../ui-viewer/pdf/pdf-view';
import { AsideList } from './aside-list';
import { BagPanel } from './bag-panel';
import { bundleChoice, fileMBOf, filesChoice, hearingDayOf, nothingAsked } from './bundle/bundle-asked';
import { BundleForm } from './bundle/bundle-form';
import { InFiles } from './bundle/in-files';
import { KeptOut } from './bundle/kept-out';
import { MovedPages } from './bundle/moved-pages';
import { OverLimit } from './bundle/over-limit';
import { SectionList } from './bundle/section-list';
import { canGo, type Choice, exportChoice, wholeChoice, withAll, withSameSaid } from './choice';
import { ChooseBy } from './choose-by';
import { EntryTable } from './entry-table';
import { ExhibitList } from './exhibit-list';
import { ExhibitsOut } from './exhibits-out';
import { ForKeeping } from './for-keeping';
import { FoundRedactions } from './found-redactions';
import { TurnShown } from './in-copy/turn-shown';
import { ListNotUsed } from './list-not-used';
import { RedactionChoice } from './redaction-choice';
import { ProtectedFacts } from './protected-facts/protected-facts';
import { useAllRows } from './use-all-rows';
import { useCaseDrafts } from './use-case-drafts';
import { useKeptWhileOpen } from './use-kept-while-open';
import { WhatHasLeft } from './what-has-left';
import { WhatToMake } from './outputs/what-to-make';
import { firstWishes, formatOf, makingOf, mustAgree, outputOf, standsAlone } from './outputs/wishes';
import './hand-over-screen.css';

/** The place "Hand over": what goes, beside it the pages before they are saved; one at a time where it is narrow. */
export function HandOverScreen() {
  const { go } = usePlaces();
  const { readOnly } = useProgram();
  const words = messages.handOver;
  const { rows, isWhole, error } = useAllRows();
  const past = useAsk('exports.list', {});
  const aside = useAsk('aside.things', {});
  const caseDrafts = useCaseDrafts();
  // An entry that she left out must not be in again because she looked something up.
  const [off, setOff] = useKeptWhileOpen<ReadonlySet<Id>>('off', new Set());
  // What lets something out is said each time: her notes to her solicitor, and words that somebody covered.
  const [choice, setChoice] = useKeptWhileOpen<Choice>('choice', wholeChoice, (before) => ({ ...before, includePrivileged: false, foundRedactions: [] }));
  const [built, setBuilt] = useState<{ pages: BuiltExport; of: string } | null>(null);
  const [saved, setSaved] = useState<ExportRecord | null>(null);
  const [wishes, setWishes] = useState(firstWishes);
  const [bundle, setBundle] = useKeptWhileOpen('bundle', nothingAsked);
  const [isLooking, setLooking] = useState(false);
  const [complaint, setComplaint] = useState<'name' | 'none' | 'unread' | 'fact' | 'hearing' | 'size' | null>(null);
  const [hasTypedFact, setTypedFact] = useState(false);
  const building = useTask('export');
  // What they were looked through for is not what is on the list now.
  const [factsTurn, setFactsTurn] = useState(0);
  const [listTurn, setListTurn] = useState(0);
  // An element, not a ref: the table must be drawn once it is there.
  const [column, setColumn] = useState<HTMLDivElement | null>(null);
  const [copiesTurn, setCopiesTurn] = useState(0);
  const pages = useRef<PdfViewHandle>(null);
  const permission = useRef<HTMLInputElement>(null);
  const pageOf = useMemo(() => new Map(built?.pages.entryPages.map(({ id, page }) => [id, { page, label: labelOf(built.pages.numbering, page - 1) }]) ?? []), [built]);

  const going = useMemo(() => (rows ?? []).filter(canGo), [rows]);
  const choose = useCallback((next: Choice): void => { setChoice(next); setComplaint(null); }, [setChoice]);
  const goTo = useCallback((page: number): void => {
    setLooking(true);
    // Where there is room for one of the two, the pages are drawn first.
    requestAnimationFrame(() => pages.current?.goToPage(page));
  }, []);

  // Pages that are no longer looked at are not kept.
  const exportId = built?.pages.exportId;
  useEffect(() => () => { if (exportId) void ask('exports.discard', { exportId }); }, [exportId]);

  const isEmpty = isWhole && going.length === 0 && aside.value?.things.every((thing) => !thing.canGo) === true;
  const trouble = error ?? aside.error ?? (isEmpty && !past.value ? past.error : null);
  if (trouble) return <Page><Notice tone="needs-you">{messages.errors.say(trouble)}</Notice></Page>;
  if (!rows || !aside.value) return <Page><p className="quiet" role="status">{messages.ui.working}</p></Page>;
  const { things } = aside.value;
  if (isEmpty) {
    if (!past.value) return <Page><p className="quiet" role="status">{messages.ui.working}</p></Page>;
    const { exports } = past.value;
    if (exports.length === 0) return <EmptyState isWhole title={words.emptyTitle}><p>{words.emptyWords}</p></EmptyState>;
    // A page of what left may turn up when nothing of it is in the record any more.
    return <Page><PageHeader title={words.emptyAgainTitle} description={words.emptyAgainWords} /><WhatHasLeft exports={exports} copiesTurn={copiesTurn} readOnly={readOnly} onSame={null} onSaved={past.again} /></Page>;
  }
  const drafts: { id: Id; name: string; place: Place }[] = [
    ...rows.filter((row) => row.status === 'draft').map((row) => ({ id: row.id, name: nameOfRow(row).slice(0, 40), place: { name: 'chronology', open: { subject: 'incident', id: row.id } } as const })),
    ...caseDrafts.map(({ id, kind, title, opening }) => ({ id, name: (title || opening).slice(0, 40) || words.untitled, place: placeOfCase(kind, id) })),
  ];
  const chosenCount = going.filter((row) => !choice.takenOut.has(row.id)).length;
  // A court's bundle is made of the chronology as PDF; an evidence bag is made around that, never around a bundle.
  const canBeForCourt = wishes.what !== 'bag' && outputOf(wishes) === 'chronology' && formatOf(wishes) === 'pdf';
  const isForCourt = canBeForCourt && bundle.profile !== 'solicitor';
  const wantedNow = (): ExportChoice => ({ ...exportChoice(choice, going, things.filter(({ id }) => !off.has(id))), making: makingOf(wishes), ...(canBeForCourt ? filesChoice(bundle) : {}), ...(isForCourt ? bundleChoice(bundle) : {}) });
  const saidBefore = (isForCourt ? past.value?.exports.find(({ id }) => id === bundle.continues?.exportId)?.made?.said : undefined) ?? [];
  // Nothing stands for a complaint before she has read what becomes of it.
  const keyOf = (wanted: ExportChoice): string => JSON.stringify([wanted, factsTurn, listTurn, mustAgree(wishes)]);
  const isStale = built !== null && built.of !== keyOf(wantedNow());

  async function build(): Promise<void> {
    const wanted = wantedNow();
    // What she typed and what would be made must not differ without a word.
    const amiss = mustAgree(wishes) ? 'unread' : wanted.caseName === '' ? 'name' : chosenCount + wanted.aside.length === 0 && !standsAlone(wishes) ? 'none'
      : hasTypedFact ? 'fact' : isForCourt && bundle.hearing.typed.trim() !== '' && hearingDayOf(bundle) === '' ? 'hearing' : canBeForCourt && bundle.fileMB.trim() !== '' && fileMBOf(bundle) === null ? 'size' : null;
    if (amiss !== null) {
      setComplaint(amiss);
      setLooking(false);
      focusFirstError(column);
      return;
    }
    setComplaint(null);
    setSaved(null);
    setBuilt(null);
    setLooking(true);
    const made = await building.start('exports.build', wanted);
    if (made) setBuilt({ pages: made, of: keyOf(wanted) });
    else setLooking(false);
  }
  return (
    <div className="hand-over" data-looking={isLooking || undefined}>
      <div className="hand-over-choice">
        <div ref={setColumn} className="hand-over-column">
          <PageHeader title={words.title} description={built ? undefined : words.intro} />
          <WhatToMake wishes={wishes} onWishes={(next) => { setWishes(next); setComplaint(null); }} isUnread={complaint === 'unread'} />
          {canBeForCourt && <BundleForm asked={bundle} onAsked={(next) => { setBundle(next); setComplaint(null); }} isOverLimit={built?.pages.bundle?.isOverLimit === true} permissionRef={permission} />}
          <TextField label={words.caseName} hint={words.caseNameHint} value={choice.caseName} onChange={(caseName) => choose({ ...choice, caseName })} maxLength={120} error={complaint === 'name' ? words.caseNameNeeded : null} />
          {isForCourt && built?.pages.bundle && <KeptOut key={`${built.pages.exportId} out`} built={built.pages.bundle} asked={bundle} onAsked={setBundle} />}
          {isForCourt && built && <SectionList key={built.pages.exportId} built={built.pages} asked={bundle} onAsked={setBundle} onGoTo={goTo} />}
          <ProtectedFacts readOnly={readOnly} onChanged={() => { setFactsTurn(factsTurn + 1); setComplaint(null); }} onTyped={setTypedFact} />
          {!isForCourt && <Checkbox isSelected={choice.includePrivileged} onChange={(includePrivileged) => choose({ ...choice, includePrivileged })} hint={words.privilegedHint}>{words.privileged}</Checkbox>}
          <RedactionChoice choice={choice} onChoice={choose} onChanged={() => setListTurn(listTurn + 1)} things={[...going, ...things]} readOnly={readOnly} />
          {built && <ExhibitList built={built.pages} choice={choice} before={saidBefore} onChoice={choose} onGoTo={goTo} />}
          <ExhibitsOut choice={choice} onChoice={choose} />
          {drafts.length > 0 && (
            <Folded level={2} title={words.draftsTitle(drafts.length)}>
              <p>{words.draftsWords}</p>
              {drafts.slice(0, 3).map(({ id, name, place }) => <Button key={id} tone="quiet" onPress={() => go(place)}>{words.openDraft(name)}</Button>)}
            </Folded>
          )}
          <WhatHasLeft exports={past.value?.exports ?? []} copiesTurn={copiesTurn} readOnly={readOnly} onSame={(said) => choose(withSameSaid(choice, said))} onSaved={past.again} />
          {things.length > 0 && <AsideList things={things} off={off} onOff={setOff} choice={choice} onChoice={choose} readOnly={readOnly} />}
          {going.length > 0 && <section className="stack-tight" aria-label={words.tableTitle}>
            <h2>{words.tableTitle}</h2>
            <div className="row hand-over-count">
              <p role="status" className="quiet">{isWhole ? words.chosen(chosenCount, going.length) : messages.ui.working}</p>
              <Button tone="quiet" isDisabled={!isWhole} onPress={() => choose(withAll(choice, going, true))}>{words.chooseAll}</Button>
              <Button tone="quiet" isDisabled={!isWhole} onPress={() => choose(withAll(choice, going, false))}>{words.chooseNone}</Button>
            </div>
            {isWhole && <ChooseBy rows={going} choice={choice} onChoice={choose} />}
            <EntryTable rows={going} choice={choice} onChoice={choose} pageOf={pageOf} onGoTo={goTo} scroller={column} />
          </section>}
        </div>
        <div className="hand-over-foot">
          {complaint !== null && complaint !== 'name' && complaint !== 'unread' && <Notice tone="needs-you" announce>{words.notMade[complaint]}</Notice>}
          {building.error && building.error.code !== 'cancelled' && <Notice tone="needs-you" announce>{messages.errors.say(building.error)}</Notice>}
          {built && !isStale
            ? <div className="hand-over-look"><Button tone="primary" onPress={() => setLooking(true)}>{words.lookAtPages}</Button></div>
            : <Button tone="primary" icon={FolderOutput} isDisabled={building.running !== null || !isWhole} onPress={() => void build()}>{built ? words.buildAgain : words.build}</Button>}
        </div>
      </div>
      <PagesPanel
        says={{ name: messages.outputs.names[outputOf(wishes)], sealHint: outputOf(wishes) === 'chronology' && formatOf(wishes) === 'pdf' ? words.sealCodeHint : words.sealCodeNoted }} built={built?.pages ?? null} running={building.running} onStop={building.cancel} isStale={isStale} onBuild={() => void build()}
        saved={saved} onSaved={(record) => { setSaved(record); past.again(); }} onBack={() => setLooking(false)} pages={pages} onGoTo={goTo}
        notices={built && <><MovedPages moved={built.pages.bundle?.moved ?? []} /><OverLimit built={built.pages} onName={() => { setLooking(false); requestAnimationFrame(() => permission.current?.focus()); }} /><ForKeeping kept={built.pages.kept} /><InFiles files={built.pages.inFiles} />{!isStale && <ListNotUsed choice={choice} onChoice={choose} />}<FoundRedactions built={built.pages} choice={choice} onChoice={choose} onGoTo={goTo} /></>}
        ofPage={built === null ? undefined : (page) => <TurnShown built={built.pages} page={page} choice={choice} before={saidBefore} onChoice={choose} />}
        onLeaveOut={({ ids, exhibit, name }) => choose({ ...choice, takenOut: new Set([...choice.takenOut, ...ids]), exhibitsOut: exhibit === null ? choice.exhibitsOut : [...choice.exhibitsOut, { ...exhibit, name }] })}
        redacting={{ listId: choice.redactionListId, onChanged: (redactionListId) => { choose({ ...choice, redactionListId }); setListTurn(listTurn + 1); } }}
        onHandedOver={() => { past.again(); setCopiesTurn((turn) => turn + 1); }}
        savedBy={wishes.what === 'bag' && built ? (handing) => <BagPanel key={built.pages.exportId} exportId={built.pages.exportId} handing={handing} onSaved={() => { past.again(); setCopiesTurn((turn) => turn + 1); }} /> : undefined}
      />
    </div>
  );
}
