import { Columns2, Eye, FileText, type LucideIcon, MessagesSquare, Milestone, Paperclip, Scale } from 'lucide-react';
import { sayDate } from '../../../shared/dates';
import type { ChronologyRow, ChronologySubject } from '../../../shared/model/chronology';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { abuseKindOf } from '../../../shared/picklists';
import { FoundText, findMarks } from '../../ui/found-text';
import { formOf } from '../../ui-record/name-of-row';

const yearOf = (row: ChronologyRow | undefined): string | undefined => row?.span.earliest.slice(0, 4);

/** What is no incident says what it is, beside its date, in words. */
const icons: Readonly<Record<Exclude<ChronologySubject, 'incident'>, LucideIcon>> = { contact: Scale, 'counter-allegation': Columns2, 'look-up': Eye, 'turning-point': Milestone, document: FileText, excerpt: MessagesSquare };

function SubjectLabel({ subject }: { subject: Exclude<ChronologySubject, 'incident'> }) {
  const Icon = icons[subject];
  return <span className="entry-subject"><Icon size="1em" strokeWidth={1.75} aria-hidden />{messages.chronologySubjects[subject].one}</span>;
}

/** One entry as in a printed report: the year in the margin where it changes, the date in words, the first lines. `names`: of bodies, by id. */
export function ChronologyRowView({ row, before, isFirst, query, names }: { row: ChronologyRow | undefined; before: ChronologyRow | undefined; isFirst: boolean; query: string; names: ReadonlyMap<Id, string> }) {
  const texts = messages.chronology;
  if (!row) return <div className="entry entry-waiting" aria-hidden />;
  const year = yearOf(row);
  const startsYear = isFirst || (before !== undefined && yearOf(before) !== year);
  const kinds = row.kinds.slice(0, 3).map((id) => abuseKindOf(id)?.label ?? id);
  const form = formOf(row);
  const title = row.title || form;
  const body = row.told === null ? '' : names.get(row.told.bodyId ?? '') ?? '';
  const dealt = [row.title === '' ? '' : form, body, row.told?.reference ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <div className={`entry${startsYear ? ' entry-new-year' : ''}`}>
      <div className="entry-year" aria-hidden>{startsYear ? year || texts.undatedMargin : ''}</div>
      <div className="entry-body">
        <p className="entry-date">
          <span>{sayDate(row.happened) || texts.undated}{row.told !== null && row.told.dayIs !== 'happened' && `, ${texts.dayIs[row.told.dayIs]}`}</span>
          {row.status === 'draft' && <span className="entry-draft">{texts.draft}</span>}
          {row.subject !== 'incident' && <SubjectLabel subject={row.subject} />}
        </p>
        {title && <p className="entry-title" dir="auto"><FoundText text={title} marks={findMarks(title, query)} /></p>}
        {dealt && <p className="entry-dealt" dir="auto"><FoundText text={dealt} marks={findMarks(dealt, query)} /></p>}
        <p className="entry-opening" dir="auto">{row.status === 'erased' ? texts.erased : row.opening === '' && title === '' ? messages.incident.empty : <FoundText text={row.opening} marks={findMarks(row.opening, query)} />}</p>
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
