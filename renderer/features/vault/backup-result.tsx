import { messages } from '../../../shared/messages/en-gb';
import { useCopyWork } from '../../app/copy-work';
import { Notice } from '../../ui/notice';
import { sayBytes } from '../../ui/say-bytes';

/** How the last backup or check ended: one sentence, and by name what is damaged. */
export function BackupResult() {
  const texts = messages.backup;
  const { done, checked } = useCopyWork();
  if (done) {
    const { kept, absent } = done.damagedHere;
    return (
      <>
        <Notice announce>{texts.done(done.newFiles, sayBytes(done.newBytes))}</Notice>
        {absent.length + kept.length > 0 && (
          <Notice tone="loss">
            <p>{texts.damagedHere}</p>
            {absent.length > 0 && <><p>{texts.damagedAbsent}</p><Names names={absent} /></>}
            {kept.length > 0 && <><p>{texts.damagedKept}</p><Names names={kept} /></>}
          </Notice>
        )}
      </>
    );
  }
  if (!checked) return null;
  const { damaged, recordWhole, files, bytes } = checked;
  if (recordWhole && damaged.length === 0) return <Notice announce>{texts.whole(files, sayBytes(bytes))}</Notice>;
  return (
    <Notice tone="needs-you" announce>
      <p>{texts.notWhole}</p>
      {!recordWhole && <p>{texts.recordNotWhole}</p>}
      {damaged.length > 0 && <><p>{texts.documentsNotWhole}</p><Names names={damaged} /></>}
    </Notice>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return <ul className="backup-names">{names.map((name, index) => <li key={index} dir="auto">{name}</li>)}</ul>;
}
