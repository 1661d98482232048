import type { BuiltExport } from '../../../shared/model/export';
import { OverLimit } from './bundle/over-limit';
import { InFiles } from './bundle/in-files';
import { MovedPages } from './bundle/moved-pages';
import type { Choice } from './choice';
import { ForKeeping } from './for-keeping';
import { FoundRedactions } from './found-redactions';
import { ListNotUsed } from './list-not-used';
import { NotHere } from './not-here';
import type { RedactionLists } from './use-redaction-lists';

export interface PagesNoticesProps {
  readonly built: BuiltExport;
  readonly isStale: boolean;
  readonly redactions: RedactionLists;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  readonly onGoTo: (page: number) => void;
  /** Leads to where the court's permission is named. */
  readonly onNamePermission: () => void;
}

/** What is to be said of pages made here before they leave. */
export function PagesNotices({ built, isStale, redactions, choice, onChoice, onGoTo, onNamePermission }: PagesNoticesProps) {
  return (
    <>
      <MovedPages moved={built.bundle?.moved ?? []} />
      <NotHere things={built.notHere} />
      <OverLimit built={built} onName={onNamePermission} />
      <ForKeeping kept={built.kept} />
      <InFiles files={built.inFiles} />
      {!isStale && <ListNotUsed redactions={redactions} choice={choice} onChoice={onChoice} />}
      <FoundRedactions built={built} choice={choice} onChoice={onChoice} onGoTo={onGoTo} />
    </>
  );
}
