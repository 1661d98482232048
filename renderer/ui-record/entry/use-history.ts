import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../shared/model/history';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';

export interface KnownHistory {
  /** How many there are in all, whether shown or not. */
  total: number;
  /** Those asked for so far, newest first. */
  entries: readonly HistoryEntry[];
  /** Why the last question was refused, in words. */
  refused: string | null;
  more: () => Promise<void>;
}

/**
 * What happened to one thing, newest first, a page at a time.
 *
 * @param upTo asked anew whenever this is another.
 */
export function useHistory(subjectId: Id, upTo: unknown, aPage: number): KnownHistory {
  const [known, setKnown] = useState<Pick<KnownHistory, 'total' | 'entries'>>({ total: 0, entries: [] });
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    let isOld = false;
    void ask('history.list', { subjectId, offset: 0, limit: aPage }).then((result) => {
      if (isOld) return;
      if (result.ok) setKnown(result.value);
      else setRefused(messages.errors.say(result.error));
    });
    return () => { isOld = true; };
  }, [subjectId, upTo, aPage]);
  const more = async (): Promise<void> => {
    const result = await ask('history.list', { subjectId, offset: known.entries.length, limit: aPage });
    if (result.ok) setKnown((now) => ({ total: result.value.total, entries: [...now.entries, ...result.value.entries] }));
    else setRefused(messages.errors.say(result.error));
  };
  return { ...known, refused, more };
}
