import { useAsk } from '../app/use-ask';
import type { CallError } from '../../shared/contract/errors';
import type { Id } from '../../shared/model/identity';

/** The address at which the window may read a kept document's bytes, or null while it is not given. `null` asks nothing. */
export function useEvidence(documentId: Id | null): { readonly url: string | null; readonly error: CallError | null } {
  const asked = useAsk('documents.show', documentId === null ? null : { id: documentId });
  return { url: asked.value?.url ?? null, error: asked.error };
}
