import { sayDate } from '../../../shared/dates';
import type { Document } from '../../../shared/model/document';
import { messages } from '../../../shared/messages/en-gb';
import { sayKind } from '../../../shared/messages/en-gb/document-kinds';
import { showHidden } from '../../../shared/text/show-hidden';

/** One line of the list: what it is called, and in columns of their own, where there is room, what it is and when it is from. */
export function DocumentRow({ document, isOpen }: { document: Document | undefined; isOpen: boolean }) {
  const words = messages.documents;
  if (!document) return <div className="list-row"><span className="quiet">{words.loading}</span></div>;
  const kind = document.status === 'erased' ? words.rowErased : sayKind(document);
  const when = document.status === 'erased' ? '' : document.happened.typed === '' ? words.undated : sayDate(document.happened);
  const isNamed = document.title !== '' && document.title !== document.originalName;
  return (
    <div className="list-row document-row" data-selected={isOpen || undefined}>
      <span className="list-row-main">
        <span className="list-row-title document-row-title" dir="auto">{showHidden(document.title || document.originalName)}</span>
        <span className="list-row-detail document-row-short">{[kind, when].filter(Boolean).join(' · ')}</span>
        {isNamed && <span className="list-row-detail document-row-file" dir="auto">{showHidden(document.originalName)}</span>}
      </span>
      <span className="document-row-column quiet">{kind}</span>
      <span className="document-row-column">{when}</span>
    </div>
  );
}
