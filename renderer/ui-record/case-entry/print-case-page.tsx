import { FileDown, FolderOutput } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { CasePageRequest } from '../../../shared/model/case/case-page';
import type { Handing } from '../../../shared/model/copy';
import type { BuiltExport, ExportRecord } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { pagesCase } from '../../../shared/messages/en-gb/pages-case';
import { ask } from '../../app/bridge';
import { useLeaving } from '../../app/ask-before-leaving';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { focusFirstError } from '../../ui/focus-first-error';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import type { PdfViewHandle } from '../../ui-viewer/pdf/pdf-view';
import { ListSelect } from '../redaction/list-select';
import { PagesPanel } from '../export-pages/pages-panel';

export interface PrintCasePageProps {
  request: CasePageRequest;
  /** On the button, where "Save this page as PDF" does not say enough. */
  label?: string;
  onSaved?: () => void;
}

/** A button, and behind it: the case's short name, the pages as they are made, to be looked at and saved. */
export function PrintCasePage({ request, label, onSaved }: PrintCasePageProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={FileDown} onPress={() => setOpen(true)}>{label ?? messages.casePrint.print}</Button>
      {isOpen && <Printing request={request} onClose={() => setOpen(false)} onSaved={onSaved} />}
    </>
  );
}

function Printing({ request, onClose: close, onSaved }: { request: CasePageRequest; onClose: () => void; onSaved: (() => void) | undefined }) {
  const words = messages.casePrint;
  const { readOnly } = useProgram();
  const { leave, dialog } = useLeaving();
  const onClose = (): void => leave(close);
  const called = pagesCase.names[request.page];
  // The name she used last; what she types goes before it.
  const past = useAsk('exports.list', {});
  const [typed, setTyped] = useState<string | null>(null);
  const caseName = typed ?? past.value?.exports[0]?.caseName ?? '';
  const lists = useAsk('redactions.lists', {});
  // What stood on the list when these pages were made is not what stands on it now.
  const [stale, setStale] = useState<'choice' | 'record' | null>(null);
  const [listId, setListId] = useState<Id | null>(null);
  const [isNameless, setNameless] = useState(false);
  const [built, setBuilt] = useState<BuiltExport | null>(null);
  const [saved, setSaved] = useState<ExportRecord | null>(null);
  const [released, setReleased] = useState<ReadonlyMap<string, string>>(new Map());
  const [handing, setHanding] = useState<Handing | null>(null);
  const building = useTask('export');
  const form = useRef<HTMLDivElement>(null);
  const pages = useRef<PdfViewHandle>(null);
  // Pages that are no longer looked at are not kept, nor made to the end.
  const exportId = built?.exportId;
  useEffect(() => () => { if (exportId) void ask('exports.discard', { exportId }); }, [exportId]);
  const { cancel } = building;
  useEffect(() => cancel, [cancel]);

  async function build(): Promise<void> {
    const name = caseName.trim();
    setNameless(name === '');
    if (name === '') { focusFirstError(form.current); return; }
    setStale(null);
    setReleased(new Map());
    setBuilt(await building.start('casePages.build', { caseName: name, redactionListId: listId, request }));
  }
  const noteRefused = useCallback((refused: CallError): void => { if (refused.code === 'pages-outdated') setStale('record'); }, []);
  const error = building.error && building.error.code !== 'cancelled' ? building.error : null;
  const isMaking = building.running !== null;
  return (
    <Dialog
      title={words.heading(called)} isOpen onClose={onClose} width={built || isMaking ? 'whole' : 'narrow'}
      actions={built || isMaking ? <Button onPress={onClose}>{messages.ui.close}</Button> : <><Button tone="primary" icon={FolderOutput} onPress={() => void build()}>{messages.handOver.build}</Button><Button onPress={onClose}>{messages.ui.cancel}</Button></>}
    >
      {built || isMaking ? (
        <PagesPanel
          says={{ name: words.pagesName(called), sealHint: words.sealHint }} built={built} running={building.running} onStop={cancel} stale={stale} onBuild={() => leave(() => void build())}
          saved={saved} onSaved={(record) => { setSaved(record); onSaved?.(); }} onHandedOver={() => onSaved?.()} onBack={null} onLeaveOut={null} redacting={{ listId, onChanged: (id) => { setListId(id); setStale('choice'); } }} released={released} onReleased={setReleased} handing={handing} onHanding={setHanding} onRefused={noteRefused} pages={pages} onGoTo={(page) => pages.current?.goToPage(page)}
        />
      ) : (
        <div ref={form} className="stack">
          <p className="quiet measure">{words.before}</p>
          <TextField label={messages.handOver.caseName} hint={messages.handOver.caseNameHint} value={caseName} onChange={(name) => { setTyped(name); setNameless(false); }} maxLength={120} error={isNameless ? messages.handOver.caseNameNeeded : null} autoComplete="off" autoFocus />
          {lists.value && (lists.value.lists.length > 0 || !readOnly) && <ListSelect lists={lists.value.lists} value={listId} canBeNone onChange={setListId} onMade={(made) => { setListId(made.id); lists.again(); }} />}
          {error && <Notice tone="needs-you" announce>{error.code === 'nothing-chosen' ? words.nothing : messages.errors.say(error)}</Notice>}
        </div>
      )}
      {dialog}
    </Dialog>
  );
}
