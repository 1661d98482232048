import { useEffect, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Incident } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { EmptyState } from '../../ui/page';
import { Notice } from '../../ui/notice';
import { AmendmentEditor } from './amendment-editor';
import { DraftEditor } from './draft-editor';
import { IncidentHistory, RecordReading } from './record-reading';
import './incident.css';

/** One incident in whichever state it is. `onChanged`: something the list shows may be different now. */
export function IncidentScreen({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { readOnly } = useProgram();
  const [incident, setIncident] = useState<Incident | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [isAmending, setAmending] = useState(false);
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
  const texts = messages.incident;

  if (error) return <div className="incident-page"><Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice></div>;
  if (!incident) return null;
  if (incident.status === 'erased') {
    return (
      <div className="incident-page"><article className="incident">
        <EmptyState title={texts.erasedTitle}>{incident.erased && <><p>{texts.erasedAt(messages.dates.instant(incident.erased.atUtc))}</p><p>{texts.reasonWas}: <span dir="auto">{incident.erased.reason}</span></p></>}</EmptyState>
        <IncidentHistory incident={incident} />
      </article></div>
    );
  }
  const isDraft = incident.status === 'draft' && !readOnly;
  return (
    <div className="incident-page">
      {isDraft ? <DraftEditor incident={incident} onChanged={take} onSaved={onChanged} />
        : isAmending ? <AmendmentEditor incident={incident} onChanged={take} onDone={(next) => { setAmending(false); take(next); }} />
          : <RecordReading incident={incident} onChanged={take} onAmend={() => setAmending(true)} />}
    </div>
  );
}
