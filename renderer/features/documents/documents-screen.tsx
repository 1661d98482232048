import { FileArchive, FilePlus2, FolderPlus } from 'lucide-react';
import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Document } from '../../../shared/model/document';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import { PagedCache } from '../../ui/paged-cache';
import { SplitView } from '../../ui/split-view';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list';
import { TagSelect } from '../../ui-record/tag-select';
import { AddingList } from './adding-list';
import { addingQueue } from './adding-queue';
import { DocumentDetail } from './document-detail';
import { DocumentRow } from './document-row';
import { manyFiles } from './many-files';
import { ManyFilesPanel } from './many-files-panel';
import { ReadingLine } from './reading-line';
import '../../ui/place-list.css';
import './documents-screen.css';

const pageSize = 100;
const maxPages = 12;

/** The place "Documents": adding by dialog or drop, the list, and the one that is open. */
export function DocumentsScreen() {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const words = messages.documents;
  const openId = place.name === 'documents' ? place.documentId ?? null : null;
  const [active, setActive] = useState(-1);
  const [isOver, setOver] = useState(false);
  const isChoosing = useRef(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const tags = useAsk('tags.list', {});
  const [chosenTag, setChosenTag] = useState<Id | null>(null);
  // One that nothing carries any more narrows nothing.
  const tagId = tags.value?.tags.some(({ id }) => id === chosenTag) === true ? chosenTag : null;
  const narrowed = useMemo(() => (tagId === null ? {} : { tagId }), [tagId]);
  const counted = useAsk('documents.list', { offset: 0, limit: 1, ...narrowed });
  const total = counted.value?.total ?? 0;
  const cache = useMemo(() => new PagedCache<Document>({
    pageSize, maxPages,
    load: async (offset, limit) => {
      const result = await ask('documents.list', { offset, limit, ...narrowed });
      if (!result.ok) throw new Error(result.error.code);
      return result.value.documents;
    },
  }), [narrowed]);
  useSyncExternalStore(cache.subscribe, cache.version);
  const opened = useAsk('documents.get', openId === null ? null : { id: openId });
  const adding = useSyncExternalStore(addingQueue.subscribe, addingQueue.read);
  const seen = useRef({ first: 0, last: 30 });
  const list = useRef<VirtualListHandle>(null);
  const wasOpen = useRef(openId);
  // Back from a document, the keyboard stands in the list where it was.
  useEffect(() => { if (openId === null && wasOpen.current !== null) list.current?.focus(); wasOpen.current = openId; }, [openId]);
  useEffect(() => { cache.want(seen.current.first, seen.current.last); }, [cache]);

  const { again: countAgain } = counted;
  const refresh = useCallback(() => { cache.clear(); countAgain(); cache.want(seen.current.first, seen.current.last); }, [cache, countAgain]);
  const many = useSyncExternalStore(manyFiles.subscribe, manyFiles.read);
  const keptCount = adding.filter((file) => file.state === 'kept').length + (many.phase === 'kept' ? many.kept.kept : 0);
  useEffect(() => { if (keptCount > 0) refresh(); }, [keptCount, refresh]);

  async function choose(): Promise<void> {
    // A double click would open a second dialog. Not by disabling the button: that would take the keyboard's place away.
    if (isChoosing.current) return;
    isChoosing.current = true;
    const result = await ask('documents.choose', {});
    isChoosing.current = false;
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) addingQueue.add(result.value);
  }
  /** A folder, or an archive to be taken apart. */
  async function chooseMany(call: 'files.chooseFolder' | 'messages.choose'): Promise<void> {
    if (isChoosing.current || manyFiles.isBusy) return;
    isChoosing.current = true;
    const result = await ask(call, {});
    isChoosing.current = false;
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok && result.value.chosen) void manyFiles.look(result.value.chosen.grant, result.value.chosen.name);
  }
  async function drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    setOver(false);
    // Asked before anything is awaited: afterwards the browser gives no answer.
    const isFolder = [...event.dataTransfer.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
    if (isFolder && !manyFiles.isBusy) {
      const folder = await window.tidemark.grantDroppedSource([...event.dataTransfer.files].slice(0, 1));
      setRefusal(folder.ok ? null : messages.errors.say(folder.error));
      if (folder.ok) void manyFiles.look(folder.value.grant, folder.value.name);
      return;
    }
    const result = await window.tidemark.grantDropped([...event.dataTransfer.files]);
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) addingQueue.add(result.value);
  }
  useCommands(readOnly ? [] : [
    { id: 'documents-add', label: words.add, icon: FilePlus2, run: () => void choose() },
    { id: 'documents-add-folder', label: words.many.addFolder, icon: FolderPlus, run: () => void chooseMany('files.chooseFolder') },
    { id: 'documents-add-archive', label: words.many.addArchive, icon: FileArchive, run: () => void chooseMany('messages.choose') },
  ]);
  const open = (id: Id): void => go({ name: 'documents', documentId: id });
  const addButton = (tone: 'primary' | 'plain') => !readOnly && (
    <>
      <Button tone={tone} icon={FilePlus2} onPress={() => void choose()}>{words.add}</Button>
      <Button tone="quiet" icon={FolderPlus} onPress={() => void chooseMany('files.chooseFolder')}>{words.many.addFolder}</Button>
      <Button tone="quiet" icon={FileArchive} onPress={() => void chooseMany('messages.choose')}>{words.many.addArchive}</Button>
    </>
  );

  const document = opened.value?.id === openId ? opened.value : null;
  const isEmpty = counted.value !== null && total === 0 && tagId === null && adding.length === 0 && many.phase === 'none';
  return (
    <div
      className="documents" data-over={isOver || undefined}
      onDragOver={(event) => { if (readOnly || !event.dataTransfer.types.includes('Files')) return; event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; setOver(true); }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); }}
      onDrop={(event) => { if (!readOnly) void drop(event); }}
    >
      {isEmpty && openId === null ? (
        <EmptyState isWhole title={words.emptyTitle} action={addButton('primary')}>
          <p>{words.emptyWords}</p>
          {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        </EmptyState>
      ) : (
        <SplitView
          shape="thing" backLabel={words.all}
          onBack={() => go({ name: 'documents' })}
          list={
            <div className="place-list">
              <div className="place-list-head"><PageHeader title={words.title} description={counted.value ? words.count(total) : undefined} actions={addButton('plain')}>
                {tags.value !== null && tags.value.tags.length > 0 && <TagSelect tags={tags.value.tags} value={tagId} onChange={(id) => { setChosenTag(id); setActive(-1); }} />}
              </PageHeader></div>
              {(refusal ?? counted.error) && <Notice tone="needs-you" announce>{refusal ?? (counted.error && messages.errors.say(counted.error))}</Notice>}
              <ManyFilesPanel />
              <AddingList onOpen={open} />
              <ReadingLine />
              {counted.value !== null && total === 0 && tagId !== null && <EmptyState title={words.noneTagged} />}
              {total > 0 && (
                <div className="place-list-rows document-rows">
                  <VirtualList
                    ref={list}
                    label={words.listLabel} count={total} rowHeightPx={72} active={active} onActiveChange={setActive}
                    onVisible={(first, last) => { seen.current = { first, last }; cache.want(first, last); }}
                    onOpen={(index) => { const row = cache.get(index); if (row) open(row.id); }}
                    renderRow={(index) => <DocumentRow document={cache.get(index)} isOpen={cache.get(index)?.id === openId} />}
                  />
                </div>
              )}
            </div>
          }
          detail={openId === null ? null : document ? <DocumentDetail key={document.id} document={document} page={place.name === 'documents' ? place.page : undefined} find={place.name === 'documents' ? place.find : undefined} onChanged={() => { opened.again(); tags.again(); refresh(); }} onClose={() => go({ name: 'documents' })} /> : opened.error ? <div className="viewer-note"><Notice>{messages.errors.say(opened.error)}</Notice></div> : <p className="viewer-note quiet" role="status">{words.loading}</p>}
          empty={<EmptyState title={words.pickOne} />}
        />
      )}
      {isOver && <p className="documents-drop" role="status">{words.dropHere}</p>}
    </div>
  );
}
