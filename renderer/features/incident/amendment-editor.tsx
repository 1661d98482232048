import { useState } from 'react';
import type { Incident, IncidentContent } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import { ContentFields } from './content-fields';
import { SavedLine } from '../../ui-record/entry/saved-line';
import { useDraft } from './use-draft';

/** A change to the record: the same fields, and a reason. Half-finished it survives like a draft. */
export function AmendmentEditor({ incident, onChanged, onDone }: { incident: Incident; onChanged: (incident: Incident) => void; onDone: (incident: Incident, setAside: IncidentContent | null) => void }) {
  const texts = messages.incident;
  const draft = useDraft(incident, 'amendment');
  const [reason, setReason] = useState('');
  const [reasonError, setReasonError] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const amend = async (): Promise<void> => {
    if (!reason.trim()) { setReasonError(messages.errors.say({ code: 'reason-needed' })); return; }
    await draft.flush();
    const amended = await ask('incidents.amend', { id: incident.id, content: draft.content, reason: reason.trim() });
    if (amended.ok) { draft.forget(); onDone(amended.value, null); } else setRefused(messages.errors.say(amended.error));
  };
  const discard = async (): Promise<void> => {
    draft.forget();
    const left = await ask('incidents.discardAmendmentDraft', { id: incident.id });
    // Where nothing was changed there is nothing to bring back.
    if (left.ok) onDone(left.value, JSON.stringify(draft.content) === JSON.stringify(incident.content) ? null : draft.content);
    else setRefused(messages.errors.say(left.error));
  };
  return (
    <article className="incident" aria-label={texts.amendTitle}>
      <div className="incident-top"><h1>{texts.amendTitle}</h1><SavedLine state={draft.state} /></div>
      <p className="quiet measure">{texts.amendHint}</p>
      <ContentFields draft={draft} incident={incident} onIncidentChanged={onChanged} />
      <div className="incident-end">
        <TextArea label={texts.amendReason} hint={texts.amendReasonHint} value={reason} onChange={(text) => { setReason(text); setReasonError(null); }} error={reasonError} />
        {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
        <div className="row"><Button tone="primary" onPress={() => void amend()}>{texts.amendSubmit}</Button><Button tone="quiet" onPress={() => void discard()}>{texts.amendDiscard}</Button></div>
      </div>
    </article>
  );
}
