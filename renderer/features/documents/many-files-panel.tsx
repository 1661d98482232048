import { FolderCheck, Inbox } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import type { FilesLeftOut } from '../../../shared/model/files-found';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { usePlaces } from '../../app/places';
import { sayRunning } from '../../app/long-task';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { sayBytes } from '../../ui/say-bytes';
import { manyFiles } from './many-files';
import './many-files.css';

/** A folder or archive: what lies in it, then how far it is, then what became of it. */
export function ManyFilesPanel() {
  const state = useSyncExternalStore(manyFiles.subscribe, manyFiles.read);
  const { go } = usePlaces();
  const words = messages.documents.many;
  const head = useRef<HTMLHeadingElement>(null);
  const { phase } = state;
  // The dialog is gone, and what was pressed may be too: the keyboard goes to what is asked or told.
  useEffect(() => { if (phase === 'found' || phase === 'kept' || phase === 'refused') head.current?.focus(); }, [phase]);
  if (state.phase === 'none') return null;
  const frame = (title: string, content: ReactNode): ReactNode => <section className="many-files stack" aria-label={words.title}><h2 ref={head} tabIndex={-1} dir="auto">{title}</h2>{content}</section>;
  const name = showHidden(state.name);
  switch (state.phase) {
    case 'looking': return frame(words.looking(name), <ProgressLine label={messages.ui.working} fraction={null} figure="" onCancel={() => manyFiles.stop()} />);
    case 'adding': {
      const running = state.event && sayRunning(state.event);
      return frame(words.adding(name), <ProgressLine label={running?.label ?? messages.ui.working} fraction={running?.fraction ?? null} figure={running?.figure ?? ''} onCancel={() => manyFiles.stop()} />);
    }
    case 'found': {
      const { fileCount, sizeBytes, archiveCount, names, conversationCount } = state.found;
      const others = fileCount - archiveCount - names.length;
      return frame(name, (
        <>
          <p>{fileCount === 0 ? words.nothing : words.found(fileCount, sayBytes(sizeBytes))}</p>
          {names.length > 0 && (
            <div className="stack-tight">
              <h3>{words.first}</h3>
              <ul className="many-files-names small">{names.map((each) => <li key={each} dir="auto">{showHidden(each)}</li>)}{others > 0 && <li className="quiet">{words.more(others)}</li>}</ul>
            </div>
          )}
          {archiveCount > 0 && <p>{words.archives(archiveCount)}</p>}
          {conversationCount > 0 && <p>{words.conversations(conversationCount)}</p>}
          <LeftOut of={state.found} />
          {fileCount > 0 && <p className="small quiet">{words.explain}</p>}
          <div className="row">
            {fileCount > 0 && <Button tone="primary" icon={FolderCheck} onPress={() => void manyFiles.add()}>{words.keep(fileCount)}</Button>}
            <Button tone="quiet" onPress={() => manyFiles.close()}>{fileCount > 0 ? words.notNow : words.close}</Button>
          </div>
        </>
      ));
    }
    case 'kept': return frame(name, (
      <>
        <p role="status">{words.kept(state.kept.kept, state.kept.known)}</p>
        <LeftOut of={state.kept} startsOpen />
        <div className="row">
          {state.kept.kept > 0 && <Button icon={Inbox} onPress={() => { manyFiles.close(); go({ name: 'inbox' }); }}>{words.goToInbox}</Button>}
          <Button tone="quiet" onPress={() => manyFiles.close()}>{words.close}</Button>
        </div>
      </>
    ));
    case 'refused': return frame(name, (
      <>
        {state.error.code === 'cancelled' ? <p role="status">{words.stopped}</p> : <Notice tone="needs-you" announce>{messages.errors.say(state.error)}</Notice>}
        <div className="row"><Button tone="quiet" onPress={() => manyFiles.close()}>{words.close}</Button></div>
      </>
    ));
  }
}

/** Before anything is kept it is one press away; afterwards it is what she has to know. */
function LeftOut({ of: { leftOutCount, leftOut }, startsOpen = false }: { of: FilesLeftOut; startsOpen?: boolean }) {
  const words = messages.bringingIn.found;
  // A damaged archive is kept, and only what lies in it is not: it is not among what is left out.
  const damaged = leftOut.filter(({ reason }) => reason === 'damaged-archive');
  const others = leftOutCount - damaged.length;
  if (leftOutCount === 0) return null;
  return (
    <Folded title={[damaged.length > 0 ? messages.documents.many.damagedArchives(damaged.length) : '', others > 0 ? messages.documents.many.leftOut(others) : ''].filter((part) => part !== '').join(', ')} level={3} startsOpen={startsOpen}>
      <ul className="many-files-names small">
        {leftOut.map(({ name, reason }) => <li key={`${reason} ${name}`}><bdi>{showHidden(name) || words.leftOutNoName}</bdi>: {words.leftOutReasons[reason]}</li>)}
        {leftOutCount > leftOut.length && <li>{words.leftOutMore(leftOutCount - leftOut.length)}</li>}
      </ul>
    </Folded>
  );
}
