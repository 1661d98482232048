import { useEffect, useState } from 'react';
import { needsReason, type CaseEntry, type CaseKind } from '../../../shared/model/case/case-entry';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { SavedLine } from '../entry/saved-line';
import type { CaseEntryForm } from './case-entry-form';
import { type ContentOf, useCaseDraft } from './use-case-draft';

export interface CaseEditorProps<K extends CaseKind> {
  entry: CaseEntry;
  form: CaseEntryForm<K>;
  /** Words are safe that a list may show. */
  onSaved: () => void;
  /** It is her record now, as it stands or as it was. */
  onDone: (entry: CaseEntry) => void;
  onGone: () => void;
}

/** Writing an entry, or a change of it. Saving is not a button; making it her record is. */
export function CaseEditor<K extends CaseKind>({ entry, form, onSaved, onDone, onGone }: CaseEditorProps<K>) {
  const texts = messages.incident;
  const words = messages.caseEntry;
  const draft = useCaseDraft<K>(entry as CaseEntry & { kind: K });
  const [reason, setReason] = useState('');
  const [reasonError, setReasonError] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const isDraft = entry.status === 'draft';
  const asksReason = !isDraft && needsReason[entry.kind];
  const savedAt = isDraft && draft.state.kind === 'saved' ? draft.state.atUtc : null;
  useEffect(() => { if (savedAt) onSaved(); }, [savedAt, onSaved]);
  const record = async (): Promise<void> => {
    await draft.flush();
    const recorded = await ask('case.record', { id: entry.id });
    if (recorded.ok) { draft.forget(); onDone(recorded.value); } else setRefused(messages.errors.say(recorded.error));
  };
  const amend = async (): Promise<void> => {
    if (asksReason && !reason.trim()) { setReasonError(messages.errors.say({ code: 'reason-needed' })); return; }
    await draft.flush();
    const amended = await ask('case.amend', { id: entry.id, content: draft.content, reason: reason.trim() });
    if (amended.ok) { draft.forget(); onDone(amended.value); } else setRefused(messages.errors.say(amended.error));
  };
  const discard = async (): Promise<void> => {
    draft.forget();
    const left = await ask('case.discardDraft', { id: entry.id });
    if (!left.ok) { setRefused(messages.errors.say(left.error)); return; }
    if (left.value.entry === null) onGone();
    else onDone(left.value.entry);
  };
  return (
    <article className="incident" aria-label={form.title(draft.content as ContentOf<K>) ?? form.name}>
      <div className="incident-top">{isDraft ? <span className="incident-state">{texts.draft}</span> : <p className="quiet small">{words.changing}</p>}<SavedLine state={draft.state} /></div>
      <h1 className="heading-small">{isDraft ? words.newOne(form.name) : words.change(form.name)}</h1>
      {form.fields(draft, entry)}
      <div className="incident-end">
        {asksReason && <TextField label={texts.amendReason} hint={texts.amendReasonHint} value={reason} onChange={(text) => { setReason(text); setReasonError(null); }} error={reasonError} maxLength={5000} autoComplete="off" />}
        {isDraft && <p className="measure quiet">{words.recordHint}</p>}
        {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
        <div className="row">
          <Button tone="primary" onPress={() => void (isDraft ? record() : amend())}>{isDraft ? texts.record : texts.amendSubmit}</Button>
          <Button tone="quiet" onPress={() => void discard()}>{isDraft ? words.letGo : words.letChangeGo}</Button>
        </div>
      </div>
    </article>
  );
}
