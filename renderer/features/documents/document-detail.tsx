import { Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Document } from '../../../shared/model/document';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { DocumentViewer } from '../../ui-viewer/document-viewer';
import { DocumentFacts } from './document-facts';
import { DocumentWords } from './document-words';
import { SaveCopy } from './save-copy';
import './document-detail.css';

/** A document: the thing large, and beside it what she says and what is known. */
export function DocumentDetail({ document, onChanged }: { document: Document; onChanged: () => void }) {
  const [isLinking, setLinking] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const { go } = usePlaces();
  const { readOnly } = useProgram();
  const words = messages.documents.detail;
  const name = document.title || document.originalName;
  if (document.erased) {
    return (
      <div className="viewer-note">
        <Notice title={words.erasedTitle}><p>{words.erasedWhen(messages.dates.instant(document.erased.atUtc))}</p><p>{words.erasedReason(document.erased.reason)}</p></Notice>
      </div>
    );
  }
  return (
    <article className="document" aria-label={name}>
      <header className="document-head"><h1>{name}</h1></header>
      <div className="document-body">
        <section className="document-thing" aria-label={words.largeView}><DocumentViewer document={document} /></section>
        <aside className="document-side stack" aria-label={words.about}>
          {readOnly ? null : <DocumentWords document={document} onChanged={onChanged} />}
          <section className="stack-tight" aria-label={words.links}>
            <h2>{words.links}</h2>
            {document.linkedIncidentIds.length === 0 && <p className="quiet">{words.noLinks}</p>}
            <div className="row">
              {document.linkedIncidentIds.map((id, index) => (
                <Button key={id} tone="quiet" onPress={() => go({ name: 'chronology', open: { subject: 'incident', id } })}>{document.linkedIncidentIds.length === 1 ? words.openIncident : `${words.openIncident} ${index + 1}`}</Button>
              ))}
              {!readOnly && <Button icon={Link2} onPress={() => setLinking(true)}>{words.link}</Button>}
            </div>
          </section>
          <DocumentFacts document={document} />
          <SaveCopy id={document.id} />
          {!readOnly && document.origin !== 'message-source' && <div className="row"><Button tone="quiet" icon={Trash2} onPress={() => setErasing(true)}>{words.erase}</Button></div>}
        </aside>
      </div>
      <IncidentChooser target={{ kind: 'document', documentId: document.id }} linkedIncidentIds={document.linkedIncidentIds} isOpen={isLinking} onClose={() => setLinking(false)} onLinked={onChanged} />
      <AskReason
        title={words.eraseTitle} reasonLabel={words.eraseReason} confirmLabel={words.erase} isOpen={isErasing} onClose={() => setErasing(false)} loses
        onConfirm={async (reason) => {
          const result = await ask('documents.erase', { id: document.id, reason });
          if (!result.ok) return messages.errors.say(result.error);
          onChanged();
          return null;
        }}
      >
        <p>{words.eraseWords}</p>
      </AskReason>
    </article>
  );
}
