import { FileText, Save } from 'lucide-react';
import { useState } from 'react';
import type { BuiltExport, ExportRecord } from '../../../shared/model/export';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { sayBytes } from '../../ui/say-bytes';
import { PdfView } from '../../ui-viewer/pdf/pdf-view';

/** The pages as they will be, and the one step that lets them out. */
export function BuiltPages({ built, onSaved, onBack }: { built: BuiltExport; onSaved: (record: ExportRecord) => void; onBack: () => void }) {
  const [note, setNote] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { go } = usePlaces();
  const words = messages.handOver;
  async function save(): Promise<void> {
    setBusy(true);
    const result = await ask('exports.save', { exportId: built.exportId });
    setBusy(false);
    if (!result.ok) setNote(messages.errors.say(result.error));
    else if (result.value.saved && result.value.record) onSaved(result.value.record);
    else setNote(words.notSaved);
  }
  return (
    <div className="built">
      <div className="built-head stack-tight">
        <h1 className="built-title">{words.pagesTitle}</h1>
        <p role="status">{words.ready(built.pageCount, sayBytes(built.sizeBytes))}</p>
        <p className="small quiet">{words.sealCode}: <strong>{built.sealCode}</strong>. {words.sealCodeHint}</p>
        {built.couldNotInclude.length > 0 && (
          <Notice tone="needs-you" title={words.couldNotTitle(built.couldNotInclude.length)}>
            <p>{words.couldNotWords}</p>
            <ul className="built-left-out">
              {built.couldNotInclude.map(({ mark, name, reason, documentId }) => (
                <li key={mark}><span><strong>{mark}</strong> <bdi>{showHidden(name)}</bdi>: {reason}</span>{documentId !== null && <Button tone="quiet" icon={FileText} aria-label={words.openLeftOut(name)} onPress={() => go({ name: 'documents', documentId })}>{words.openDocument}</Button>}</li>
              ))}
            </ul>
          </Notice>
        )}
        {note && <Notice announce>{note}</Notice>}
        <div className="row">
          <Button tone="primary" icon={Save} isDisabled={isBusy} onPress={() => void save()}>{isBusy ? words.saving : words.save}</Button>
          <Button tone="quiet" onPress={onBack}>{words.back}</Button>
        </div>
      </div>
      <div className="built-pages"><PdfView url={built.url} sizeBytes={built.sizeBytes} name={words.pagesName} /></div>
    </div>
  );
}
