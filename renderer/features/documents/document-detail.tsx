import { EyeOff, Info, Link2, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Document } from '../../../shared/model/document';
import { type DocumentDetails, tellsWhereMade } from '../../../shared/model/document-details';
import { messages } from '../../../shared/messages/en-gb';
import { sayKind } from '../../../shared/messages/en-gb/document-kinds';
import { showHidden } from '../../../shared/text/show-hidden';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { AskReason } from '../../ui/ask-reason';
import { Beside } from '../../ui/beside';
import { Button } from '../../ui/button';
import { sayBytes } from '../../ui/say-bytes';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { OpenIncident } from '../../ui-record/open-incident';
import { PointedAt } from '../../ui-record/pointed-at';
import { RedactDocument } from '../../ui-record/redaction/redact-document';
import { TagsField } from '../../ui-record/tags-field';
import { DocumentViewer } from '../../ui-viewer/document-viewer';
import { DocumentFacts } from './document-facts';
import { DocumentContents } from './document-contents';
import { FileClaims } from './file-claims';
import { MachineWords } from './machine-words';
import { DocumentWords, DocumentWordsReading } from './document-words';
import { SaveCopy } from './save-copy';
import { useMachineWords } from './use-machine-words';
import { useScreenDays } from './use-screen-days';
import './document-detail.css';

const noDetails: DocumentDetails = {};

/** A document: the thing large, and beside it what she says and what is known. */
export function DocumentDetail({ document, page, find, onChanged, onClose }: { document: Document; /** Where to begin, and what is looked for in it. */ page: number | undefined; find: string | undefined; onChanged: () => void; onClose: () => void }) {
  const [isAbout, setAbout] = useState(false);
  /** What she had selected when she began to say what is taken out. */
  const [redacting, setRedacting] = useState<{ selected: string } | null>(null);
  const [isLinking, setLinking] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const { readOnly } = useProgram();
  const contents = useAsk('documents.contents', document.erased ? null : { id: document.id }).value;
  const details = contents?.details ?? noDetails;
  const machine = useMachineWords(document.erased ? null : document.id);
  const { days, boxes } = useScreenDays(document, details, machine.pages);
  const holderId = contents?.within?.documentId ?? null;
  const holder = useAsk('documents.get', isErasing && holderId !== null ? { id: holderId } : null).value;
  const words = messages.documents.detail;
  const name = showHidden(document.title || document.originalName);
  if (document.erased) {
    return (
      <div className="viewer-note stack">
        <h1>{words.erasedTitle}</h1>
        <p>{words.erasedWhen(messages.dates.instant(document.erased.atUtc))}</p>
        <p>{words.erasedReason(document.erased.reason)}</p>
      </div>
    );
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
    event.stopPropagation();
    if (isAbout) setAbout(false);
    else onClose();
  }
  return (
    <article className="document" aria-label={name} onKeyDown={onKeyDown}>
      <Beside
        shape="facts" title={name} sideLabel={words.about} isOver={isAbout} onBack={() => setAbout(false)} backLabel={words.backToDocument}
        head={
          <header className="document-head">
            <div className="document-name">
              <h1 dir="auto">{name}</h1>
              <p className="quiet small">{words.summary(sayKind(document), sayBytes(document.sizeBytes), messages.dates.instant(document.addedUtc))}</p>
            </div>
            <div className="beside-where-narrow"><Button icon={Info} aria-expanded={isAbout} onPress={() => setAbout(true)}>{words.about}</Button></div>
          </header>
        }
        side={
          <div className="document-side">
            {readOnly ? <DocumentWordsReading document={document} /> : <DocumentWords document={document} details={details} screenDays={days} onChanged={onChanged} />}
            <MachineWords document={document} machine={machine} />
            <section className="stack-tight" aria-label={words.links}>
              <h2>{words.links}</h2>
              {document.linkedIncidentIds.length === 0 && <p className="quiet">{words.noLinks}</p>}
              <div className="row">
                {document.linkedIncidentIds.map((id) => <OpenIncident key={id} id={id} />)}
                {!readOnly && <Button icon={Link2} onPress={() => setLinking(true)}>{words.link}</Button>}
              </div>
            </section>
            <FileClaims document={document} details={details} />
            <section className="stack-tight" aria-label={messages.tagging.title}>
              <h2>{messages.tagging.title}</h2>
              <TagsField subject={{ kind: 'document', id: document.id }} readOnly={readOnly} />
            </section>
            <DocumentContents id={document.id} />
            <DocumentFacts document={document} />
            {!readOnly && redacting === null && <div className="row"><Button icon={EyeOff} onPress={() => { setRedacting({ selected: (window.getSelection()?.toString() ?? '').trim().slice(0, 500) }); setAbout(false); }}>{messages.redaction.blackOut}</Button></div>}
            <SaveCopy id={document.id} tellsPlace={tellsWhereMade(details)} />
            {!readOnly && document.origin !== 'message-source' && <div className="row"><Button tone="quiet" icon={Trash2} onPress={() => setErasing(true)}>{words.erase}</Button></div>}
          </div>
        }
      >
        <section className="document-thing" aria-label={words.largeView} data-redacting={redacting !== null || undefined}>
          {redacting !== null
            ? <RedactDocument document={document} startsWith={redacting.selected} onDone={() => setRedacting(null)}><DocumentViewer document={document} page={page} find={find} /></RedactDocument>
            : <DocumentViewer document={document} page={page} find={find} marks={document.happened.typed === '' ? boxes : undefined} />}
        </section>
      </Beside>
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
        {isErasing && <PointedAt kind="document" id={document.id} />}
        {holder?.status === 'kept' && <p><bdi>{words.eraseStillWithin(showHidden(holder.title || holder.originalName))}</bdi></p>}
      </AskReason>
    </article>
  );
}
