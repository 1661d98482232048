import { useEffect, useState } from 'react';
import { sayDate } from '../../../shared/dates';
import type { EvidenceTarget } from '../../../shared/model/case/evidence';
import { everywhere, type SearchHit } from '../../../shared/model/search';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ListBox, type ListBoxEntry } from '../../ui/list-box';
import { TextField } from '../../ui/text-field';

type Kind = EvidenceTarget['kind'];
const mostShown = 200;

/** Picks one document, one marked stretch of messages or one mail that is not linked yet. With nothing typed: the newest documents, all marked messages. */
export function EvidenceDialog({ kind, linked, onChoose, onClose }: { kind: Kind; linked: readonly EvidenceTarget[]; onChoose: (target: EvidenceTarget) => void; onClose: () => void }) {
  const texts = messages.incident;
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const wait = setTimeout(() => setText(typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed]);
  const documents = useAsk('documents.list', kind === 'document' && text === '' ? { offset: 0, limit: mostShown } : null);
  const excerpts = useAsk('excerpts.list', kind === 'excerpt' ? { conversationId: null } : null);
  const found = useAsk('search.find', kind !== 'excerpt' && text !== '' ? { text, filter: { ...everywhere, subjects: kind === 'document' ? ['document', 'page'] : ['mail'] }, offset: 0, limit: mostShown } : null);
  const has = new Set(linked.flatMap((target) => (target.kind === 'document' ? target.documentId : target.kind === 'excerpt' ? target.excerptId : target.mailId)));
  const entries = (kind === 'excerpt' ? excerptEntries(excerpts.value?.excerpts ?? [], typed) : text === '' ? documentEntries(documents.value?.documents ?? []) : hitEntries(found.value?.hits ?? [])).filter(({ id }) => !has.has(id));
  const isWaiting = documents.isWaiting || excerpts.isWaiting || found.isWaiting || typed.trim() !== text;
  const none = typed.trim() !== '' ? messages.ui.noneFound : kind === 'document' ? texts.noDocuments : kind === 'excerpt' ? texts.noExcerpts : texts.findMail;
  const choose = (id: string): void => onChoose(kind === 'document' ? { kind, documentId: id } : kind === 'excerpt' ? { kind, excerptId: id } : { kind, mailId: id });
  return (
    <Dialog title={kind === 'document' ? texts.linkDocument : kind === 'excerpt' ? texts.linkMessages : texts.linkMail} isOpen onClose={onClose} actions={<Button onPress={onClose}>{messages.ui.cancel}</Button>}>
      <TextField label={kind === 'excerpt' ? texts.findDocument : texts.findByWords} value={typed} onChange={setTyped} autoFocus />
      {entries.length > 0 ? <ListBox label={texts.evidence} entries={entries} openId={null} onOpen={choose} /> : !isWaiting && <p className="quiet">{none}</p>}
    </Dialog>
  );
}

function documentEntries(documents: readonly { id: string; status: string; title: string; originalName: string; happened: Parameters<typeof sayDate>[0] }[]): ListBoxEntry[] {
  return documents.filter(({ status }) => status === 'kept').map((document) => ({ id: document.id, title: showHidden(document.title || document.originalName), detail: document.title ? showHidden(document.originalName) : undefined, end: sayDate(document.happened) }));
}

function excerptEntries(excerpts: readonly { id: string; shows: string; conversationTitle: string; firstAt: string }[], typed: string): ListBoxEntry[] {
  const lower = typed.trim().toLocaleLowerCase('en-GB');
  return excerpts.filter(({ shows, conversationTitle }) => `${shows} ${conversationTitle}`.toLocaleLowerCase('en-GB').includes(lower))
    .map((excerpt) => ({ id: excerpt.id, title: excerpt.shows || excerpt.conversationTitle, detail: excerpt.shows ? excerpt.conversationTitle : undefined, end: excerpt.firstAt ? messages.dates.day(excerpt.firstAt) : undefined }));
}

/** A document found by its name and by its words, or on two pages, is one. */
function hitEntries(hits: readonly SearchHit[]): ListBoxEntry[] {
  const once = new Map(hits.map((hit) => [hit.id, hit] as const).reverse());
  return [...once.values()].reverse().map(({ id, title, snippet, day }) => ({ id, title: showHidden(title), detail: showHidden(snippet.slice(0, 120)), end: day === '' ? undefined : messages.dates.day(day) }));
}
