import { useMemo, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { ReadingsState } from '../../../shared/contract/reading-calls';
import type { DocumentPage } from '../../../shared/model/document-page';
import type { DocumentReading } from '../../../shared/model/document-reading';
import type { Id } from '../../../shared/model/identity';
import { ask } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';
import { useReadings } from './use-readings';

const pagesAtOnce = 20;

export interface MachineWordsRead {
  readonly reading: DocumentReading | null;
  /** Of this document alone. */
  readonly underWay: ReadingsState['underWay'];
  readonly pages: readonly DocumentPage[];
  readonly more: boolean;
  readonly isFirst: boolean;
  readonly refused: CallError | null;
  readonly turnTo: (which: 'first' | 'next') => void;
  readonly readNow: () => Promise<void>;
  readonly correct: (page: number, text: string) => Promise<CallError | null>;
}

/** The words that a machine read off one document, and how far it is; kept up to date while it reads. Null: none is asked for. */
export function useMachineWords(documentId: Id | null): MachineWordsRead {
  const [fromPage, setFromPage] = useState(1);
  const [refused, setRefused] = useState<CallError | null>(null);
  const contents = useAsk('documents.contents', documentId === null ? null : { id: documentId });
  const asked = useAsk('documents.pages', documentId === null ? null : { id: documentId, fromPage, limit: pagesAtOnce });
  const { again: contentsAgain } = contents;
  const { value, again: pagesAgain } = asked;
  const underWay = useReadings((ended) => {
    if (ended.documentId !== documentId) return;
    contentsAgain();
    pagesAgain();
  })?.underWay ?? null;
  const pages = useMemo(() => (value?.pages ?? []).filter(({ origin }) => origin === 'ocr'), [value]);
  const isMine = underWay?.documentId === documentId && underWay.step === 'ocr';
  return {
    reading: contents.value?.readings.find(({ step }) => step === 'ocr') ?? null,
    underWay: isMine ? underWay : null,
    pages,
    more: value?.more ?? false,
    isFirst: fromPage === 1,
    refused,
    turnTo: (which) => setFromPage(which === 'first' ? 1 : (value?.pages.at(-1)?.page ?? 0) + 1),
    readNow: async () => {
      if (documentId === null) return;
      const result = await ask('readings.readNow', { id: documentId, step: 'ocr' });
      setRefused(result.ok ? null : result.error);
      contentsAgain();
    },
    correct: async (page, text) => {
      if (documentId === null) return null;
      const result = await ask('documents.correctPage', { id: documentId, page, text });
      if (!result.ok) return result.error;
      pagesAgain();
      return null;
    },
  };
}
