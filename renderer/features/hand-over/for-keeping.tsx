import { messages } from '../../../shared/messages/en-gb';
import type { MadeForKeeping } from '../../../shared/model/kept';
import { Notice } from '../../ui/notice';

/** Whether pages that were to be made for keeping are, and what else is to be known of them. */
export function ForKeeping({ kept }: { readonly kept: MadeForKeeping | null }) {
  const words = messages.forKeeping;
  if (kept === null) return null;
  const drawn = kept.drawnPages > 0 && <p className="small">{words.drawn(kept.drawnPages)}</p>;
  if (kept.faults.length === 0) return <Notice title={words.title}><p className="small">{words.words}</p>{drawn}<p className="small">{words.lock}</p></Notice>;
  return (
    <Notice tone="needs-you" title={words.notTitle}>
      <p className="small">{words.notWords}</p>
      <ul>{kept.faults.map(({ clause, about }) => <li key={`${clause} ${about}`} className="small">{words.rule(words.about[about], clause)}</li>)}</ul>
      <p className="small">{words.notDo}</p>
      {drawn}
    </Notice>
  );
}
