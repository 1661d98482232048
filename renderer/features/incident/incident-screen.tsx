import { useEffect, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Incident, IncidentContent } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { Notice } from '../../ui/notice';
import { AmendmentEditor } from './amendment-editor';
import { DraftEditor } from './draft-editor';
import { ErasedEntry } from '../../ui-record/entry/erased-entry';
import { RecordReading } from './record-reading';
import '../../ui-record/entry/entry.css';

/** One incident in whichever state it is. `onChanged`: something the list shows may be different now. */
export function IncidentScreen({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { readOnly } = useProgram();
  const [incident, setIncident] = useState<Incident | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [isAmending, setAmending] = useState(false);
  const [setAside, setSetAside] = useState<IncidentContent | null>(null);
  useEffect(() => {
    let isGone = false;
    void ask('incidents.get', { id }).then((result) => {
      if (isGone) return;
      if (result.ok) setIncident(result.value);
      else setError(result.error);
    });
    return () => { isGone = true; };
  }, [id]);
  const take = (next: Incident): void => { setIncident(next); onChanged(); };
  const bringBack = async (words: IncidentContent): Promise<void> => {
    const saved = await ask('incidents.saveAmendmentDraft', { id, content: words });
    const again = saved.ok ? await ask('incidents.get', { id }) : saved;
    if (!again.ok) { setError(again.error); return; }
    setSetAside(null);
    take(again.value);
    setAmending(true);
  };

  if (error) return <div className="incident-page"><Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice></div>;
  if (!incident) return null;
  if (incident.status === 'erased') return <ErasedEntry entry={incident} />;
  const isDraft = incident.status === 'draft' && !readOnly;
  return (
    <div className="incident-page">
      {isDraft ? <DraftEditor incident={incident} onChanged={take} onSaved={onChanged} />
        : isAmending ? <AmendmentEditor incident={incident} onChanged={take} onDone={(next, words) => { setAmending(false); setSetAside(words); take(next); }} />
          : <RecordReading incident={incident} onChanged={take} onAmend={() => { setSetAside(null); setAmending(true); }} onBringBack={setAside && (() => void bringBack(setAside))} />}
    </div>
  );
}
