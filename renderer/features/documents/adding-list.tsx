import { useSyncExternalStore } from 'react';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { ProgressLine } from '../../ui/progress-line';
import { sayBytes } from '../../ui/say-bytes';
import { type AddedFile, isOver } from './adding';
import { addingQueue } from './adding-queue';
import './adding-list.css';

/** What is being added, each file with its own progress, end or error. */
export function AddingList({ onOpen }: { onOpen: (id: Id) => void }) {
  const files = useSyncExternalStore(addingQueue.subscribe, addingQueue.read);
  const words = messages.documents.adding;
  if (files.length === 0) return null;
  const over = files.filter(isOver).length;
  const notKept = files.filter((file) => file.state === 'refused' || file.state === 'stopped').length;
  return (
    <section className="adding" aria-label={words.title}>
      <div className="row adding-head">
        <p role="status" className="small">{words.summary(over, files.length, notKept)}</p>
        {over > 0 && <Button tone="quiet" onPress={() => addingQueue.clear()}>{words.clear}</Button>}
      </div>
      <ul className="adding-files">{files.map((file) => <li key={file.key}><AddingFile file={file} onOpen={onOpen} /></li>)}</ul>
    </section>
  );
}

function AddingFile({ file, onOpen }: { file: AddedFile; onOpen: (id: Id) => void }) {
  const words = messages.documents.adding;
  if (!isOver(file)) {
    const fraction = file.state === 'waiting' || file.sizeBytes === 0 ? null : Math.min(1, file.doneBytes / file.sizeBytes);
    const figure = file.state === 'waiting' ? words.waiting : messages.ui.progress(sayBytes(file.doneBytes), sayBytes(file.sizeBytes));
    return <ProgressLine label={showHidden(file.name)} fraction={fraction} figure={figure} onCancel={() => addingQueue.stop(file)} />;
  }
  const { documentId } = file;
  return (
    <div className="adding-over">
      <p className="adding-name" dir="auto">{showHidden(file.name)}</p>
      <p className={file.state === 'refused' ? 'field-error' : 'small quiet'}>
        {file.state === 'kept' ? words.kept : file.state === 'duplicate' ? words.duplicate : file.state === 'stopped' ? words.stopped : file.error && messages.errors.say(file.error)}
      </p>
      {documentId !== null && <Button tone="quiet" onPress={() => onOpen(documentId)} aria-label={`${words.openIt}: ${file.name}`}>{words.openIt}</Button>}
    </div>
  );
}
