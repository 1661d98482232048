import { useState } from 'react';
import { linesOfList } from '../../../shared/disclosures/lines-of-list';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { EvidenceDialog } from '../../ui-record/entry/evidence-dialog';

/** Lines of a document's words, page by page; she ticks which are things on the list. */
export function DocumentLines({ onAdd, onClose }: { onAdd: (lines: string[]) => void; onClose: () => void }) {
  const [documentId, setDocumentId] = useState<Id | null>(null);
  if (documentId === null) return <EvidenceDialog kind="document" linked={[]} onClose={onClose} onChoose={(target) => { if (target.kind === 'document') setDocumentId(target.documentId); }} />;
  return <PagesOf documentId={documentId} onAdd={onAdd} onBack={() => setDocumentId(null)} onClose={onClose} />;
}

/** Ticks are of a page and a line of it, so that two lines that say the same are two. */
const keyOf = (page: number, line: number): string => `${page} ${line}`;

function PagesOf({ documentId, onAdd, onBack, onClose }: { documentId: Id; onAdd: (lines: string[]) => void; onBack: () => void; onClose: () => void }) {
  const texts = messages.disclosures.document;
  const [fromPage, setFromPage] = useState(1);
  const [ticked, setTicked] = useState<ReadonlyMap<string, { page: number; line: number; text: string }>>(new Map());
  const { value, error, isWaiting } = useAsk('documents.pages', { id: documentId, fromPage, limit: 1 });
  const page = value?.pages[0];
  const lines = page === undefined ? [] : linesOfList(page.text);
  const put = (some: readonly number[], isTicked: boolean): void => {
    if (page === undefined) return;
    const next = new Map(ticked);
    for (const line of some) { if (isTicked) next.set(keyOf(page.page, line), { page: page.page, line, text: lines[line] ?? '' }); else next.delete(keyOf(page.page, line)); }
    setTicked(next);
  };
  const chosen = [...ticked.values()].sort((a, b) => a.page - b.page || a.line - b.line).map(({ text }) => text);
  return (
    <Dialog
      title={texts.title} isOpen onClose={onClose} width="wide"
      actions={<><Button tone="primary" isDisabled={chosen.length === 0} onPress={() => onAdd(chosen)}>{texts.add(chosen.length)}</Button><Button onPress={onBack}>{texts.back}</Button><Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button></>}
    >
      <div className="stack">
        {error && <Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice>}
        {page === undefined ? <p className="quiet" role="status">{isWaiting ? texts.reading : texts.noWords}</p> : (
          <>
            <p className="measure">{texts.pick}</p>
            {page.origin === 'ocr' && <p className="quiet small measure">{texts.machine}</p>}
            <Checkbox isSelected={lines.every((_, line) => ticked.has(keyOf(page.page, line)))} onChange={(isTicked) => put(lines.map((_, line) => line), isTicked)}>{texts.tickAll}</Checkbox>
            <fieldset className="document-lines" aria-label={texts.pageOption(page.page)}>
              {lines.map((text, line) => <Checkbox key={`${page.page} ${line}`} isSelected={ticked.has(keyOf(page.page, line))} onChange={(isTicked) => put([line], isTicked)}><span dir="auto">{text}</span></Checkbox>)}
            </fieldset>
            <div className="row">
              <span className="quiet small" role="status">{texts.pageOption(page.page)}</span>
              {page.page > 1 && <Button tone="quiet" onPress={() => setFromPage(1)}>{texts.firstPage}</Button>}
              {value?.more === true && <Button onPress={() => setFromPage(page.page + 1)}>{texts.nextPage}</Button>}
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
