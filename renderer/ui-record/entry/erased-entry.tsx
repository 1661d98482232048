import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { Facts } from '../../ui/page';
import { EntryHistory } from './entry-history';

/** What is left of an entry that was erased, an incident or one of the case: that it was there, when it went, and why. */
export function ErasedEntry({ entry }: { entry: { readonly id: Id; readonly versions: readonly { readonly reason: string }[]; readonly erased: { readonly atUtc: string; readonly reason: string } | null } }) {
  const texts = messages.incident;
  return (
    <div className="incident-page"><article className="incident">
      <div className="incident-top"><p className="quiet small">{entry.erased && texts.erasedAt(messages.dates.instant(entry.erased.atUtc))}</p></div>
      <div className="incident-head"><h1>{texts.erasedTitle}</h1><p className="measure">{texts.erasedTrace}</p></div>
      {entry.erased && <Facts facts={[{ name: texts.reasonWas, value: <span dir="auto">{entry.erased.reason}</span> }]} />}
      <EntryHistory entry={entry} level={2} />
    </article></div>
  );
}
