import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../shared/model/history';
import type { Incident } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';

const aPage = 50;

/** Everything that happened to this entry, newest first, by this computer's clock; with each amendment its reason. */
export function EntryHistory({ incident, level = 3 }: { incident: Incident; level?: 2 | 3 }) {
  const texts = messages.incident;
  const [known, setKnown] = useState<{ total: number; entries: readonly HistoryEntry[] }>({ total: 0, entries: [] });
  const [refused, setRefused] = useState<string | null>(null);
  const { id } = incident;
  useEffect(() => {
    let isOld = false;
    void ask('history.list', { subjectId: id, offset: 0, limit: aPage }).then((result) => {
      if (isOld) return;
      if (result.ok) setKnown(result.value);
      else setRefused(messages.errors.say(result.error));
    });
    return () => { isOld = true; };
  }, [id, incident]);
  const more = async (): Promise<void> => {
    const result = await ask('history.list', { subjectId: id, offset: known.entries.length, limit: aPage });
    if (result.ok) setKnown((now) => ({ total: result.value.total, entries: [...now.entries, ...result.value.entries] }));
    else setRefused(messages.errors.say(result.error));
  };
  const reasons = reasonsOf(known.entries, incident);
  return (
    <Folded title={texts.history} level={level}>
      {known.entries.length === 0 ? <p className="quiet">{texts.historyNone}</p> : (
        <ol className="incident-history">
          {known.entries.map((entry, index) => (
            <li key={entry.sequence}><span className="quiet">{messages.dates.instant(entry.atUtc)}</span><span>{texts.historyKinds[entry.kind]}{reasons[index] && <>: <span dir="auto">{reasons[index]}</span></>}</span></li>
          ))}
        </ol>
      )}
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
      {known.entries.length < known.total && <div className="row"><Button tone="quiet" onPress={() => void more()}>{texts.historyMore}</Button></div>}
    </Folded>
  );
}

/** The reason of each entry that is an amendment: the newest entry is the newest version, and so on back. */
function reasonsOf(entries: readonly HistoryEntry[], { versions }: Incident): readonly (string | undefined)[] {
  let version = versions.length;
  return entries.map(({ kind }) => (kind === 'incident-amended' ? versions[--version]?.reason : undefined));
}
