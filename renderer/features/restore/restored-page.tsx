import type { Restored } from '../../../shared/contract/backup-calls';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { sayBytes } from '../../ui/say-bytes';

/** What came back, and by name what did not verify. */
export function RestoredPage({ restored, onDone }: { readonly restored: Restored; readonly onDone: () => void }) {
  const texts = messages.backup.restore;
  const { files, bytes, damaged } = restored;
  return (
    <main className="door"><div className="door-inner">
      <h1>{damaged.length === 0 ? texts.doneTitle : texts.damagedTitle}</h1>
      <p className="measure" role="status">{texts.done(files, sayBytes(bytes))}</p>
      {damaged.length > 0 && (
        <Notice tone="loss" title={texts.damaged}>
          <ul className="restore-names">{damaged.map((name, index) => <li key={index} dir="auto">{name}</li>)}</ul>
          <p>{texts.damagedNext}</p>
        </Notice>
      )}
      <div className="row"><Button tone="primary" autoFocus onPress={onDone}>{texts.go}</Button></div>
    </div></main>
  );
}
