import { useMemo } from 'react';
import type { WordBox } from '../../shared/model/document-page';
import type { Id } from '../../shared/model/identity';
import { boxesOf } from '../../shared/ocr/boxes-of';
import { useAsk } from '../app/use-ask';

/** Places of the words looked for on one page of a document that a machine read, counted from 1; none where nothing is looked for, or the page has words of its own. */
export function usePageMarks(documentId: Id | null, page: number, find: string): readonly WordBox[] {
  const { value } = useAsk('documents.pages', documentId === null || find === '' ? null : { id: documentId, fromPage: page, limit: 1 });
  return useMemo(() => {
    const read = value?.pages[0];
    return read === undefined || read.page !== page ? [] : boxesOf(read, find);
  }, [value, page, find]);
}
