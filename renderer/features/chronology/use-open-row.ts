import { useCallback, useEffect, useState } from 'react';
import type { ChronologyFilter } from '../../../shared/model/chronology';
import { ask } from '../../app/bridge';

/** The row at which the open incident stands under a filter; null while that is not known, and where the filter leaves it out. */
export function useOpenRow(filter: ChronologyFilter, openId: string | null): { row: number | null; again: () => void } {
  const [found, setFound] = useState<{ id: string; row: number | null } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (openId === null) { setFound(null); return; }
    let isOld = false;
    void ask('chronology.rowOf', { filter, subject: 'incident', id: openId }).then((result) => { if (!isOld && result.ok) setFound({ id: openId, row: result.value.row }); });
    return () => { isOld = true; };
  }, [filter, openId, turn]);
  // An answer about the entry that was open before says nothing of this one.
  return { row: found?.id === openId ? found?.row ?? null : null, again: useCallback(() => setTurn((before) => before + 1), []) };
}
