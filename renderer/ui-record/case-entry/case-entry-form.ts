import type { ReactNode } from 'react';
import type { CaseEntry, CaseKind } from '../../../shared/model/case/case-entry';
import type { CaseDraft, ContentOf } from './use-case-draft';

/** How one kind of entry is written and read. */
export interface CaseEntryForm<K extends CaseKind> {
  /** What one of them is called, for headings: "Contact", "Tie". */
  name: string;
  /** What stands at the top of it; null: its name. */
  title: (content: ContentOf<K>) => string | null;
  /** Her fields, in the order of the work; saved by `draft` as she types. */
  fields: (draft: CaseDraft<K>, entry: CaseEntry) => ReactNode;
  /** As it is read, in any version. */
  reading: (content: ContentOf<K>) => ReactNode;
  /** What stands below the newest reading: what belongs to it elsewhere in the record. */
  below?: (entry: CaseEntry) => ReactNode;
  /** Beside "Amend". */
  actions?: (entry: CaseEntry) => ReactNode;
}
