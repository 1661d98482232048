import { Refusal } from '../../../../../shared/contract/errors';
import type { CasePage, CasePageName, CasePageRequest } from '../../../../../shared/model/case/case-page';
import type { RecordContext } from '../../record-context';
import type { Queries } from '../../rows';
import { courseOfConductPage } from './course-of-conduct';
import { deadlinesPage } from './deadlines';
import { conflictMapPage } from './conflict-map';
import { givenPage } from './given';
import { lookUpsPage } from './look-ups';
import { missingPage } from './missing';
import { narrativePage } from './narrative';
import { sideBySidePage } from './side-by-side';
import { patternsPage } from './patterns';
import { toldAndHappenedPage } from './told-and-happened';

/** Makes one page of what stands in the record now. Refuses `not-found` of an entry that is not there or is no record of hers, `nothing-chosen` where there is nothing to print. Never reads a privileged note. */
export type CasePageMaker<P extends CasePageName> = (from: Queries, request: Extract<CasePageRequest, { page: P }>, context: RecordContext) => CasePage;

/** Every page of the case that can be printed, each in a file of its own beside this. */
const pages: { readonly [P in CasePageName]?: CasePageMaker<P> } = {
  'conflict-map': conflictMapPage,
  given: givenPage,
  deadlines: deadlinesPage,
  'told-and-happened': toldAndHappenedPage,
  missing: missingPage,
  narrative: narrativePage,
  'side-by-side': sideBySidePage,
  'look-ups': lookUpsPage,
  patterns: patternsPage,
  'course-of-conduct': courseOfConductPage,
};

/** Refuses `not-found` of a page that nobody makes, and what its maker refuses. */
export function makeCasePage(from: Queries, request: CasePageRequest, context: RecordContext): CasePage {
  const make = pages[request.page] as CasePageMaker<CasePageName> | undefined;
  if (make === undefined) throw new Refusal('not-found');
  return make(from, request, context);
}
