import { useCallback } from 'react';
import type { CallError } from '../../shared/contract/errors';
import { saveAll } from './before-lock';
import { ask } from './bridge';
import { usePlaces } from './places';

/** Opens a blank page with a cursor. Gives back why not, if it was refused. */
export function useWriteNow(): () => Promise<CallError | null> {
  const { go } = usePlaces();
  return useCallback(async () => {
    await saveAll(1000);
    const begun = await ask('incidents.begin', {});
    if (!begun.ok) return begun.error;
    go({ name: 'chronology', open: { subject: 'incident', id: begun.value.id } });
    return null;
  }, [go]);
}
