import type { IncidentContent } from '../../../shared/model/incident';
import { emptyIncidentContent } from '../../../shared/model/incident';
import type { Id } from '../../../shared/model/identity';
import type { InboxItem, InboxState } from '../../../shared/model/inbox';
import { ask } from '../../app/bridge';
import type { Act } from './inbox-acts';

/** How the inbox stood when she left it to write the incident that she linked something to. */
export interface LeftToWrite {
  readonly incidentId: Id;
  readonly item: InboxItem;
  readonly act: Act;
  readonly state: InboxState;
  readonly active: number;
  readonly acts: readonly Act[];
}

/** While the vault is open: the page is loaded afresh at every lock. */
let left: LeftToWrite | null = null;

export function leaveToWrite(leaving: LeftToWrite): void { left = leaving; }

export const leftToWrite = (): LeftToWrite | null => left;

/**
 * She is back: whether she wrote anything. Where she did not (or erased it), the link goes, with it the empty page, and
 * the item stands where it stood. null: it was settled before.
 */
export async function settleWriting(leaving: LeftToWrite): Promise<'written' | 'taken-back' | null> {
  if (left !== leaving) return null;
  left = null;
  const found = await ask('incidents.get', { id: leaving.incidentId });
  if (!found.ok) return 'written';
  const { status, content, links } = found.value;
  const isNothing = status === 'erased' || (status === 'draft' && links.length <= 1 && isEmpty(content));
  return isNothing && (await leaving.act.undo()) === null ? 'taken-back' : 'written';
}

const isEmpty = (content: IncidentContent): boolean => (Object.keys(emptyIncidentContent) as (keyof IncidentContent)[]).every((part) => JSON.stringify(content[part]) === JSON.stringify(emptyIncidentContent[part]));
