import { useEffect, useState } from 'react';
import type { Incident } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ContentFields } from './content-fields';
import { EraseButton } from './erase-button';
import { SavedLine } from '../../ui-record/entry/saved-line';
import { useDraft } from './use-draft';

/** "Write now": a page with a cursor. Saving is not a button. */
export function DraftEditor({ incident, onChanged, onSaved }: { incident: Incident; onChanged: (incident: Incident) => void; onSaved: () => void }) {
  const texts = messages.incident;
  const draft = useDraft(incident, 'draft');
  const [refused, setRefused] = useState<string | null>(null);
  const savedAt = draft.state.kind === 'saved' ? draft.state.atUtc : null;
  useEffect(() => { if (savedAt) onSaved(); }, [savedAt, onSaved]);
  const record = async (): Promise<void> => {
    if (!draft.content.account.trim() && !draft.content.title.trim()) { setRefused(texts.nothingYet); return; }
    await draft.flush();
    const recorded = await ask('incidents.record', { id: incident.id });
    if (recorded.ok) { draft.forget(); onChanged(recorded.value); } else setRefused(messages.errors.say(recorded.error));
  };
  return (
    <article className="incident" aria-label={texts.draft}>
      <div className="incident-top"><h1 className="visually-hidden">{draft.content.title || messages.app.writeNow}</h1><span className="incident-state">{texts.draft}</span><SavedLine state={draft.state} /></div>
      <ContentFields draft={draft} incident={incident} onIncidentChanged={onChanged} />
      <div className="incident-end">
        <p className="measure quiet">{texts.recordHint}</p>
        {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
        <div className="row"><Button tone="primary" onPress={() => void record()}>{texts.record}</Button><EraseButton incident={incident} beforeErase={draft.forget} onErased={onChanged} /></div>
      </div>
    </article>
  );
}
