import { FileText, MessagesSquare, Paperclip } from 'lucide-react';
import { sayDate } from '../../../shared/dates';
import type { ChronologyRow } from '../../../shared/model/chronology';
import { messages } from '../../../shared/messages/en-gb';
import { abuseKindOf } from '../../../shared/picklists';
import { FoundText, findMarks } from '../../ui/found-text';

const yearOf = (row: ChronologyRow | undefined): string | undefined => row?.span.earliest.slice(0, 4);

/** One entry as in a printed report: the year in the margin where it changes, the date in words, the first lines. */
export function ChronologyRowView({ row, before, isFirst, query }: { row: ChronologyRow | undefined; before: ChronologyRow | undefined; isFirst: boolean; query: string }) {
  const texts = messages.chronology;
  if (!row) return <div className="entry entry-waiting" aria-hidden />;
  const year = yearOf(row);
  const startsYear = isFirst || (before !== undefined && yearOf(before) !== year);
  const Icon = row.subject === 'document' ? FileText : MessagesSquare;
  const kinds = row.kinds.slice(0, 3).map((id) => abuseKindOf(id)?.label ?? id);
  return (
    <div className={`entry${startsYear ? ' entry-new-year' : ''}`}>
      <div className="entry-year" aria-hidden>{startsYear ? year || texts.undatedMargin : ''}</div>
      <div className="entry-body">
        <p className="entry-date">
          <span>{sayDate(row.happened) || texts.undated}</span>
          {row.status === 'draft' && <span className="entry-draft">{texts.draft}</span>}
          {row.subject !== 'incident' && <span className="entry-subject"><Icon size="1em" strokeWidth={1.75} aria-hidden />{texts[row.subject]}</span>}
        </p>
        {row.title && <p className="entry-title" dir="auto"><FoundText text={row.title} marks={findMarks(row.title, query)} /></p>}
        <p className="entry-opening" dir="auto">{row.status === 'erased' ? texts.erased : row.opening === '' && row.title === '' ? messages.incident.empty : <FoundText text={row.opening} marks={findMarks(row.opening, query)} />}</p>
        {(kinds.length > 0 || row.evidenceCount > 0 || row.amended) && (
          <p className="entry-marks">
            {row.evidenceCount > 0 && <span className="entry-evidence"><Paperclip size="1em" strokeWidth={1.75} aria-hidden />{texts.evidenceCount(row.evidenceCount)}</span>}
            {row.amended && <span>{texts.amended}</span>}
            {kinds.map((kind) => <span key={kind} className="entry-kind">{kind}</span>)}
            {row.kinds.length > kinds.length && <span>+{row.kinds.length - kinds.length}</span>}
          </p>
        )}
      </div>
    </div>
  );
}
