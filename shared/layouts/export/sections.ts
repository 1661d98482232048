import { accounts } from './accounts';
import { contents } from './contents';
import { cover } from './cover';
import { entryTable } from './entry-table';
import { exhibitList } from './exhibit-list';
import { exhibits, furtherExhibits } from './exhibits';
import { howMade } from './how-made';
import { integrity } from './integrity';
import { notIncluded } from './not-included';
import type { ExportSection } from './section';

/** Every section of a chronology's PDF in the order in which they stand: those of the front, the body and exhibits, the end. */
export const exportSections: readonly ExportSection[] = [cover, contents, entryTable, exhibitList, accounts, exhibits, furtherExhibits, notIncluded, integrity, howMade];
