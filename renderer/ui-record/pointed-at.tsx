import { messages } from '../../shared/messages/en-gb';
import { pagesCase } from '../../shared/messages/en-gb/pages-case';
import type { CaseRow } from '../../shared/model/case/case-entry';
import type { Id } from '../../shared/model/identity';
import { useAsk } from '../app/use-ask';
import './entry/entry.css';

const mostNamed = 8;

/** Before something is erased: which entries of the case refer to it, a story among them. Nothing where none does. */
export function PointedAt({ kind, id }: { kind: 'document' | 'excerpt' | 'incident' | 'case'; id: Id }) {
  const rows = useAsk('case.concerning', { kind, id }).value?.rows ?? [];
  const words = messages.narrative.pointedAt;
  if (rows.length === 0) return null;
  const more = rows.length - mostNamed;
  return (
    <div className="stack-tight">
      <p>{words.intro}</p>
      <ul className="pointed-at">{rows.slice(0, mostNamed).map((row) => <li key={row.id}><bdi>{nameOf(row)}</bdi></li>)}{more > 0 && <li>{words.more(more)}</li>}</ul>
      <p>{words.stays}</p>
    </div>
  );
}

function nameOf({ kind, title, opening }: CaseRow): string {
  const name = title || opening.slice(0, 80);
  const is = kind === 'narrative' ? messages.narrative.name : pagesCase.sources.kinds[kind];
  return name === '' ? is : `${is}: ${name}`;
}
