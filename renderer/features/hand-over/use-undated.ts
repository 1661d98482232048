import { useEffect, useState } from 'react';
import type { UndatedDocument } from '../../../shared/model/document';
import { ask } from '../../app/bridge';

const aPage = 500;

/** Every document without a date that goes with no entry, a page at a time; null until they are there; what was read of them where the rest cannot be: the chronology, asked for beside them, says why. */
export function useUndated(): readonly UndatedDocument[] | null {
  const [documents, setDocuments] = useState<readonly UndatedDocument[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void (async () => {
      const all: UndatedDocument[] = [];
      for (;;) {
        const result = await ask('documents.undated', { offset: all.length, limit: aPage });
        if (isGone) return;
        if (!result.ok) break;
        all.push(...result.value.documents);
        if (result.value.documents.length === 0 || all.length >= result.value.total) break;
      }
      setDocuments(all);
    })();
    return () => { isGone = true; };
  }, []);
  return documents;
}
