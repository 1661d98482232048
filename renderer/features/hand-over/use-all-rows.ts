import { useEffect, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { type ChronologyRow, wholeChronology } from '../../../shared/model/chronology';
import { ask } from '../../app/bridge';

/** More than a screen shows. */
const firstPage = 60;
const aPage = 500;

interface AllRows {
  /** Null before any came. */
  readonly rows: readonly ChronologyRow[] | null;
  /** False while these are only the first. */
  readonly isWhole: boolean;
  readonly error: CallError | null;
}

/** Every row of the chronology, fetched a page at a time. The first page is there at once, so that a long record does not keep the place from standing; then all of them. */
export function useAllRows(): AllRows {
  const [state, setState] = useState<AllRows>({ rows: null, isWhole: false, error: null });
  useEffect(() => {
    let isGone = false;
    void (async () => {
      const rows: ChronologyRow[] = [];
      for (;;) {
        const result = await ask('chronology.rows', { filter: wholeChronology, offset: rows.length, limit: rows.length === 0 ? firstPage : aPage });
        if (isGone) return;
        if (!result.ok) { setState({ rows: null, isWhole: false, error: result.error }); return; }
        rows.push(...result.value.rows);
        if (result.value.rows.length === 0 || rows.length >= result.value.total) break;
        if (rows.length <= firstPage) setState({ rows: [...rows], isWhole: false, error: null });
      }
      setState({ rows, isWhole: true, error: null });
    })();
    return () => { isGone = true; };
  }, []);
  return state;
}
