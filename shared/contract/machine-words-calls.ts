import { z } from 'zod';
import { DocumentPage } from '../model/document-page';
import { Id } from '../model/identity';
import { call } from './call';

/** What she does with words that a machine read off pictures. */
export const machineWordsCalls = {
  /**
   * Puts her words in the place of the machine's, which stay beside them; the very words of the machine take hers back. Found and exported as corrected from then on. Refuses `not-found` where no machine read
   * that page, `erased`.
   */
  'documents.correctPage': call('vault', z.object({ id: Id, page: z.number().int().positive(), text: z.string().trim().min(1).max(1_000_000) }), DocumentPage),
} as const;
