import { useEffect, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { type ChronologyRow, wholeChronology } from '../../../shared/model/chronology';
import { ask } from '../../app/bridge';

const aPage = 500;

/** Every row of the chronology, fetched a page at a time; null while they are on their way. */
export function useAllRows(): { readonly rows: readonly ChronologyRow[] | null; readonly error: CallError | null } {
  const [state, setState] = useState<{ rows: readonly ChronologyRow[] | null; error: CallError | null }>({ rows: null, error: null });
  useEffect(() => {
    let isGone = false;
    void (async () => {
      const rows: ChronologyRow[] = [];
      for (;;) {
        const result = await ask('chronology.rows', { filter: wholeChronology, offset: rows.length, limit: aPage });
        if (isGone) return;
        if (!result.ok) { setState({ rows: null, error: result.error }); return; }
        rows.push(...result.value.rows);
        if (result.value.rows.length === 0 || rows.length >= result.value.total) break;
      }
      setState({ rows, error: null });
    })();
    return () => { isGone = true; };
  }, []);
  return state;
}
