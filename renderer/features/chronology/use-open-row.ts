import { useCallback, useEffect, useState } from 'react';
import type { ChronologyFilter, ChronologySubject } from '../../../shared/model/chronology';
import type { Id } from '../../../shared/model/identity';
import { ask } from '../../app/bridge';

/** A line of the chronology. */
export interface LineOpen { readonly subject: ChronologySubject; readonly id: Id }

/** The row at which a line stands under a filter; null while that is not known, where the filter leaves it out, and of no line. */
export function useOpenRow(filter: ChronologyFilter, line: LineOpen | null): { row: number | null; again: () => void } {
  const [found, setFound] = useState<{ id: string; row: number | null } | null>(null);
  const [turn, setTurn] = useState(0);
  const subject = line?.subject;
  const id = line?.id;
  useEffect(() => {
    if (subject === undefined || id === undefined) { setFound(null); return; }
    let isOld = false;
    void ask('chronology.rowOf', { filter, subject, id }).then((result) => { if (!isOld && result.ok) setFound({ id, row: result.value.row }); });
    return () => { isOld = true; };
  }, [filter, subject, id, turn]);
  // An answer about the line that was open before says nothing of this one.
  return { row: found !== null && found.id === id ? found.row : null, again: useCallback(() => setTurn((before) => before + 1), []) };
}
