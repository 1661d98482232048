import { useCallback, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import type { RedactionReason } from '../../../shared/model/redaction';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Dialog } from '../../ui/dialog';
import { DocumentViewer } from '../../ui-viewer/document-viewer';
import { RedactDocument } from './redact-document';
import { RedactWords } from './redact-words';

/** What is to be taken out: the words that were found, why, and the page of a kept file on which they stand; null of what is no file's own. */
export interface FoundToRedact { readonly words: string; readonly reason: RedactionReason; readonly at: { readonly documentId: Id; readonly page: number } | null }

/** Takes out what was found at the very place where it stands, over the page where it was found: she is there again when it closes. `onDone`: with the list that was changed; null: none was. */
export function RedactFound({ found, listId, onDone }: { readonly found: FoundToRedact; readonly listId: Id | null; readonly onDone: (changedId: Id | null) => void }) {
  const [changedId, setChangedId] = useState<Id | null>(null);
  const document = useAsk('documents.get', found.at === null ? null : { id: found.at.documentId });
  const noteChange = useCallback((id: Id) => setChangedId(id), []);
  if (found.at === null || document.error) return <RedactWords startsWith={found.words} startsAs={found.reason} listId={listId} onDone={onDone} />;
  const done = (): void => onDone(changedId);
  return (
    <Dialog title={messages.redaction.blackOut} isOpen onClose={done} width="whole">
      {document.value
        ? <RedactDocument document={document.value} startsWith={found.words} startsAs={found.reason} listId={listId} onChanged={noteChange} onDone={done}><DocumentViewer document={document.value} page={found.at.page} find={found.words} /></RedactDocument>
        : <p className="quiet" role="status">{messages.ui.working}</p>}
    </Dialog>
  );
}
