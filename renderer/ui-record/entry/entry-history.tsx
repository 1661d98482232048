import type { HistoryEntry } from '../../../shared/model/history';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { useHistory } from './use-history';

const aPage = 50;

/** What was changed and why, oldest first; of an incident and of an entry of the case alike. */
type Versions = readonly { readonly reason: string }[];

/** Everything that happened to this entry, newest first, by this computer's clock; with each amendment its reason. Asked anew whenever `entry` is another. */
export function EntryHistory({ entry, level = 3 }: { entry: { readonly id: Id; readonly versions: Versions }; level?: 2 | 3 }) {
  const texts = messages.incident;
  const known = useHistory(entry.id, entry, aPage);
  const reasons = reasonsOf(known.entries, entry.versions);
  return (
    <Folded title={texts.history} level={level}>
      {known.entries.length === 0 ? <p className="quiet">{texts.historyNone}</p> : (
        <ol className="incident-history">
          {known.entries.map((one, index) => (
            <li key={one.sequence}><span className="quiet">{messages.dates.instant(one.atUtc)}</span><span>{messages.historyKinds[one.kind]}{reasons[index] && <>: <span dir="auto">{reasons[index]}</span></>}</span></li>
          ))}
        </ol>
      )}
      {known.refused && <Notice tone="needs-you" announce>{known.refused}</Notice>}
      {known.entries.length < known.total && <div className="row"><Button tone="quiet" onPress={() => void known.more()}>{texts.historyMore}</Button></div>}
    </Folded>
  );
}

/** The reason of each entry that is an amendment: the newest entry is the newest version, and so on back. */
function reasonsOf(entries: readonly HistoryEntry[], versions: Versions): readonly (string | undefined)[] {
  let version = versions.length;
  return entries.map(({ kind }) => (kind === 'incident-amended' || kind === 'case-amended' ? versions[--version]?.reason : undefined));
}
