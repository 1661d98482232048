import type { ExportChoice } from '../../../shared/model/export';
import { type BundleAsked, fileMBOf, hearingDayOf } from './bundle/bundle-asked';
import { mustAgree, standsAlone, type Wishes } from './outputs/wishes';

/** Why pages are not made; said beside what it is about (`name`, `unread`) or over the button (messages.handOver.notMade). */
export type NotMade = 'unread' | 'name' | 'none' | 'fact' | 'hearing' | 'size';

export interface ToBeMade {
  readonly wanted: Pick<ExportChoice, 'caseName' | 'aside' | 'documentIds'>;
  /** Entries of the table that go. */
  readonly chosenCount: number;
  readonly wishes: Wishes;
  readonly bundle: Pick<BundleAsked, 'hearing' | 'fileMB'>;
  readonly canBeForCourt: boolean;
  readonly isForCourt: boolean;
  /** A fact to be protected is typed, and not on the list. */
  readonly hasTypedFact: boolean;
}

/** What she must put right first: what she typed and what would be made must not differ without a word. One at a time; null: nothing. */
export function whyNotMade({ wanted, chosenCount, wishes, bundle, canBeForCourt, isForCourt, hasTypedFact }: ToBeMade): NotMade | null {
  if (mustAgree(wishes)) return 'unread';
  if (wanted.caseName === '') return 'name';
  if (chosenCount + wanted.aside.length + wanted.documentIds.length === 0 && !standsAlone(wishes)) return 'none';
  if (hasTypedFact) return 'fact';
  if (isForCourt && bundle.hearing.typed.trim() !== '' && hearingDayOf(bundle) === '') return 'hearing';
  if (canBeForCourt && bundle.fileMB.trim() !== '' && fileMBOf(bundle) === null) return 'size';
  return null;
}
