import { type RefObject, useCallback, useMemo } from 'react';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { ExhibitSaid } from '../../../shared/model/exhibit-said';
import type { BuiltExport, ExportRecord } from '../../../shared/model/export';
import { labelOf } from '../../../shared/model/page-numbering';
import type { AsideThing } from '../../../shared/model/search';
import { messages } from '../../../shared/messages/en-gb';
import { Checkbox } from '../../ui/choices';
import { PageHeader } from '../../ui/page';
import { TextField } from '../../ui/text-field';
import type { WordsWaiting } from '../../ui-record/redaction/words-waiting';
import { AsideList } from './aside-list';
import { BundleForm } from './bundle/bundle-form';
import { KeptOut } from './bundle/kept-out';
import { SectionList } from './bundle/section-list';
import { type Choice, withSameSaid } from './choice';
import { DraftsLeftOut } from './drafts-left-out';
import { EntriesThatGo } from './entries-that-go';
import { EntryTable } from './entry-table';
import { ExhibitList } from './exhibit-list';
import { ExhibitsOut } from './exhibits-out';
import { ProtectedFacts } from './protected-facts/protected-facts';
import { RedactionChoice } from './redaction-choice';
import type { RedactionLists } from './use-redaction-lists';
import type { WhatGoes } from './use-what-goes';
import { WhatHasLeft } from './what-has-left';
import { UndatedList } from './undated-list';
import { WhatToMake } from './outputs/what-to-make';
import type { NotMade } from './why-not-made';

export interface ChoiceColumnProps {
  readonly goes: WhatGoes;
  readonly rows: readonly ChronologyRow[];
  readonly isWhole: boolean;
  readonly caseDrafts: readonly CaseRow[];
  /** What was put aside. */
  readonly things: readonly AsideThing[];
  readonly redactions: RedactionLists;
  /** What left before, and another number after each copy that is saved. */
  readonly exports: readonly ExportRecord[];
  readonly copiesTurn: number;
  readonly onSaved: () => void;
  /** What was said of exhibits in the bundle that is gone on from. */
  readonly saidBefore: readonly ExhibitSaid[];
  /** The pages that stand beside it; null: none. */
  readonly built: BuiltExport | null;
  readonly onGoTo: (page: number) => void;
  readonly notMade: NotMade | null;
  /** Something was changed: what was said of why nothing was made no longer holds. */
  readonly onChanged: () => void;
  /** A fact to be protected is typed, and not on the list. */
  readonly onTypedFact: (is: boolean) => void;
  /** Words to be taken out that are typed, and not on the list. */
  readonly waitingWords: WordsWaiting;
  readonly permissionRef: RefObject<HTMLInputElement | null>;
  /** The column itself. An element, not a ref: the table must be drawn once it is there. */
  readonly column: HTMLDivElement | null;
  readonly onColumn: (column: HTMLDivElement | null) => void;
  readonly readOnly: boolean;
}

/** All that she says of what goes: what is made of it, what must not be in it, and each entry. */
export function ChoiceColumn({ goes, rows, isWhole, caseDrafts, things, redactions, exports, copiesTurn, onSaved, saidBefore, built, onGoTo, notMade, onChanged, onTypedFact, waitingWords, permissionRef, column, onColumn, readOnly }: ChoiceColumnProps) {
  const { going, choice, setChoice, wishes, bundle, canBeForCourt, isForCourt } = goes;
  const words = messages.handOver;
  const pageOf = useMemo(() => new Map(built?.entryPages.map(({ id, page }) => [id, { page, label: labelOf(built.numbering, page - 1) }]) ?? []), [built]);
  const choose = useCallback((next: Choice): void => { setChoice(next); onChanged(); }, [setChoice, onChanged]);
  return (
    <div ref={onColumn} className="hand-over-column">
      <PageHeader title={words.title} description={built ? undefined : words.intro} />
      <WhatToMake wishes={wishes} onWishes={(next) => { goes.setWishes(next); onChanged(); }} isUnread={notMade === 'unread'} />
      {canBeForCourt && <BundleForm asked={bundle} onAsked={(next) => { goes.setBundle(next); onChanged(); }} isOverLimit={built?.bundle?.isOverLimit === true} permissionRef={permissionRef} />}
      <TextField label={words.caseName} hint={words.caseNameHint} value={choice.caseName} onChange={(caseName) => choose({ ...choice, caseName })} maxLength={120} error={notMade === 'name' ? words.caseNameNeeded : null} />
      {isForCourt && built?.bundle && <KeptOut key={`${built.exportId} out`} built={built.bundle} asked={bundle} onAsked={goes.setBundle} />}
      {isForCourt && built && <SectionList key={built.exportId} built={built} asked={bundle} onAsked={goes.setBundle} onGoTo={onGoTo} />}
      <ProtectedFacts readOnly={readOnly} onChanged={() => { goes.noteFacts(); onChanged(); }} onTyped={onTypedFact} />
      {!isForCourt && <Checkbox isSelected={choice.includePrivileged} onChange={(includePrivileged) => choose({ ...choice, includePrivileged })} hint={words.privilegedHint}>{words.privileged}</Checkbox>}
      <RedactionChoice waiting={waitingWords} redactions={redactions} choice={choice} onChoice={choose} onChanged={goes.noteList} readOnly={readOnly} />
      {built && <ExhibitList built={built} choice={choice} before={saidBefore} onChoice={choose} onGoTo={onGoTo} />}
      <ExhibitsOut choice={choice} onChoice={choose} />
      <DraftsLeftOut rows={rows} caseDrafts={caseDrafts} />
      <WhatHasLeft exports={exports} copiesTurn={copiesTurn} readOnly={readOnly} onSame={(said) => choose(withSameSaid(choice, said))} onSaved={onSaved} />
      {things.length > 0 && <AsideList things={things} off={goes.off} onOff={goes.setOff} choice={choice} onChoice={choose} readOnly={readOnly} />}
      <UndatedList documents={goes.undated} choice={choice} onChoice={choose} />
      <EntriesThatGo goes={goes} onChoice={choose} isWhole={isWhole}>
        <EntryTable rows={going} choice={choice} onChoice={choose} pageOf={pageOf} onGoTo={onGoTo} scroller={column} />
      </EntriesThatGo>
    </div>
  );
}
