import { useState } from 'react';
import { sayDate } from '../../../shared/dates';
import type { IncidentLink } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ListBox, type ListBoxEntry } from '../../ui/list-box';
import { TextField } from '../../ui/text-field';

type Target = IncidentLink['target'];

/** Picks one document or one marked stretch of messages that is not linked yet. An e-mail is linked where it is read. */
export function LinkDialog({ kind, linked, onChoose, onClose }: { kind: Exclude<Target['kind'], 'mail'>; linked: readonly IncidentLink[]; onChoose: (target: Target) => void; onClose: () => void }) {
  const texts = messages.incident;
  const [typed, setTyped] = useState('');
  const documents = useAsk('documents.list', kind === 'document' ? { offset: 0, limit: 500 } : null);
  const excerpts = useAsk('excerpts.list', kind === 'excerpt' ? { conversationId: null } : null);
  const has = new Set(linked.flatMap(({ target }) => (target.kind === 'document' ? target.documentId : target.kind === 'excerpt' ? target.excerptId : [])));
  const entries: ListBoxEntry[] = kind === 'document'
    ? (documents.value?.documents ?? []).filter((document) => document.status === 'kept' && !has.has(document.id)).map((document) => ({ id: document.id, title: showHidden(document.title || document.originalName), detail: document.title ? showHidden(document.originalName) : undefined, end: sayDate(document.happened) }))
    : (excerpts.value?.excerpts ?? []).filter((excerpt) => !has.has(excerpt.id)).map((excerpt) => ({ id: excerpt.id, title: excerpt.shows || excerpt.conversationTitle, detail: excerpt.shows ? excerpt.conversationTitle : undefined, end: excerpt.firstAt ? messages.dates.day(excerpt.firstAt) : undefined }));
  const lower = typed.trim().toLocaleLowerCase('en-GB');
  const fitting = entries.filter((entry) => `${entry.title} ${typeof entry.detail === 'string' ? entry.detail : ''}`.toLocaleLowerCase('en-GB').includes(lower));
  const isWaiting = documents.isWaiting || excerpts.isWaiting;
  return (
    <Dialog title={kind === 'document' ? texts.linkDocument : texts.linkMessages} isOpen onClose={onClose} actions={<Button onPress={onClose}>{messages.ui.cancel}</Button>}>
      {!isWaiting && entries.length === 0 ? <p>{kind === 'document' ? texts.noDocuments : texts.noExcerpts}</p> : (
        <>
          <TextField label={texts.findDocument} value={typed} onChange={setTyped} autoFocus />
          {fitting.length > 0 ? <ListBox label={texts.evidence} entries={fitting} openId={null} onOpen={(id) => onChoose(kind === 'document' ? { kind, documentId: id } : { kind, excerptId: id })} /> : !isWaiting && <p className="quiet">{messages.ui.noneFound}</p>}
        </>
      )}
    </Dialog>
  );
}
