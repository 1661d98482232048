import { FilePlus2, FileText } from 'lucide-react';
import { useState } from 'react';
import type { Grant } from '../../../shared/contract/program-calls';
import type { SourcePreview } from '../../../shared/model/source-preview';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { usePlaces } from '../../app/places';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { sayBytes } from '../../ui/say-bytes';
import { StepHeader } from '../../ui/step-header';
import { SourceNotices } from './found-facts';

const words = messages.bringingIn.nothing;

/** No message in it: what it was, what was seen of it, and that a file can be kept as a document all the same. */
export function NothingFound({ source, isFolder, preview, onBack }: { source: Grant; isFolder: boolean; preview: SourcePreview | null; onBack: () => void }) {
  const { go } = usePlaces();
  const keeping = useTask('document');
  const [keptId, setKeptId] = useState<string | null>(null);
  const name = showHidden(source.name);
  async function keep(): Promise<void> {
    const added = await keeping.start('documents.add', { grant: source.grant });
    if (added) setKeptId(added.duplicateOfId ?? added.document.id);
  }
  if (keptId !== null) {
    return (
      <>
        <StepHeader title={words.keptTitle} />
        <p><bdi>{name}</bdi></p>
        <div className="row">
          <Button tone="primary" icon={FileText} onPress={() => go({ name: 'documents', documentId: keptId })}>{words.open}</Button>
          <Button tone="quiet" onPress={onBack}>{messages.bringingIn.chooseOther}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <StepHeader title={words.title} />
      <p className="measure">{isFolder ? words.folder(name) : words.file(name, sayBytes(source.sizeBytes))} {isFolder ? words.folderWords : words.keepWords}</p>
      {preview && <SourceNotices preview={preview} isToBeKept={false} />}
      {keeping.error && <Notice tone="needs-you" announce>{messages.errors.say(keeping.error)}</Notice>}
      {keeping.running
        ? <ProgressLine label={keeping.running.label} fraction={keeping.running.fraction} figure={keeping.running.figure} onCancel={keeping.cancel} />
        : (
          <div className="row">
            {!isFolder && <Button tone="primary" icon={FilePlus2} onPress={() => void keep()}>{words.keep}</Button>}
            <Button tone={isFolder ? 'primary' : 'plain'} onPress={onBack}>{messages.bringingIn.chooseOther}</Button>
          </div>
        )}
    </>
  );
}
