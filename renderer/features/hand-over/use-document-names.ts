import { useEffect, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { showHidden } from '../../../shared/text/show-hidden';
import { ask } from '../../app/bridge';

/** What these documents are called, by their ids: a document that goes with an entry is on no list of Hand over. Those that cannot be read are not in it. */
export function useDocumentNames(ids: readonly Id[]): ReadonlyMap<Id, string> {
  const [names, setNames] = useState<ReadonlyMap<Id, string>>(new Map());
  const key = [...new Set(ids)].sort().join(' ');
  useEffect(() => {
    let isGone = false;
    void Promise.all(key.split(' ').filter(Boolean).map(async (id) => {
      const result = await ask('documents.get', { id });
      return result.ok ? [[id, showHidden(result.value.title || result.value.originalName)] as const] : [];
    })).then((known) => { if (!isGone) setNames(new Map(known.flat())); });
    return () => { isGone = true; };
  }, [key]);
  return names;
}
