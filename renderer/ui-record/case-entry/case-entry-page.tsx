import { useEffect, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { CaseEntry, CaseKind } from '../../../shared/model/case/case-entry';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { Notice } from '../../ui/notice';
import '../entry/entry.css';
import { ErasedEntry } from '../entry/erased-entry';
import { CaseEditor } from './case-editor';
import { CaseReading } from './case-reading';
import type { CaseEntryForm } from './case-entry-form';

export interface CaseEntryPageProps<K extends CaseKind> {
  id: Id;
  form: CaseEntryForm<K>;
  /** Something a list shows may be different now. */
  onChanged: () => void;
  /** It was a draft, and she let it go. */
  onGone: () => void;
}

/** One entry of the case in whichever state it is: a draft, her record, a change begun, erased. Give it `key={id}`. */
export function CaseEntryPage<K extends CaseKind>({ id, form, onChanged, onGone }: CaseEntryPageProps<K>) {
  const { readOnly } = useProgram();
  const [entry, setEntry] = useState<CaseEntry | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [isAmending, setAmending] = useState(false);
  useEffect(() => {
    let isGone = false;
    void ask('case.get', { id }).then((result) => {
      if (isGone) return;
      if (result.ok) setEntry(result.value);
      else setError(result.error);
    });
    return () => { isGone = true; };
  }, [id]);
  const take = (next: CaseEntry): void => { setEntry(next); onChanged(); };
  if (error) return <div className="incident-page"><Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice></div>;
  if (!entry) return null;
  if (entry.status === 'erased') return <ErasedEntry entry={entry} />;
  const isWriting = !readOnly && (entry.status === 'draft' || isAmending);
  return (
    <div className="incident-page">
      {isWriting ? <CaseEditor entry={entry} form={form} onSaved={onChanged} onGone={onGone} onDone={(next) => { setAmending(false); take(next); }} />
        : <CaseReading entry={entry} form={form} isReadOnly={readOnly} onAmend={() => setAmending(true)} onChanged={take} />}
    </div>
  );
}
