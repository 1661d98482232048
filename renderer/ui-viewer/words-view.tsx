import { useEffect, useRef, useState } from 'react';
import type { DocumentPage } from '../../shared/model/document-page';
import type { Id } from '../../shared/model/identity';
import { messages } from '../../shared/messages/en-gb';
import { ask } from '../app/bridge';
import { useAsk } from '../app/use-ask';
import { Button } from '../ui/button';
import { findMarks, FoundText } from '../ui/found-text';
import { Notice } from '../ui/notice';
import './text-view.css';

const pagesAtOnce = 20;
/** More on one page are not marked: a word in every line would make it slow. */
const mostMarks = 500;

/** The words of a file whose layout this program cannot draw (Word, sheets): what stands in it, and nothing that acts. Says so where none were read. */
export function WordsView({ id, name, startPage, find }: { id: Id; name: string; /** Where to begin. */ startPage: number; /** What is marked in it. */ find: string }) {
  const [fromPage, setFromPage] = useState(startPage > pagesAtOnce ? startPage : 1);
  const first = useAsk('documents.pages', { id, fromPage, limit: pagesAtOnce });
  const reading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (find !== '' && first.value !== null) (reading.current?.querySelector(`[data-page="${startPage}"] mark`) ?? reading.current?.querySelector('mark'))?.scrollIntoView({ block: 'center' });
  }, [first.value, find, startPage]);
  const [later, setLater] = useState<{ pages: DocumentPage[]; more: boolean }>({ pages: [], more: true });
  const words = messages.papers.viewer;
  if (first.value === null) return first.error ? <div className="viewer-note"><Notice announce>{messages.errors.say(first.error)}</Notice></div> : <p className="viewer-note quiet" role="status">{messages.viewer.opening}</p>;
  const pages = [...first.value.pages, ...later.pages];
  if (pages.length === 0) return <div className="viewer-note"><Notice>{messages.viewer.other}</Notice></div>;
  const isMore = first.value.more && later.more;
  async function showMore(): Promise<void> {
    const result = await ask('documents.pages', { id, fromPage: (pages.at(-1)?.page ?? 0) + 1, limit: pagesAtOnce });
    if (result.ok) setLater((before) => ({ pages: [...before.pages, ...result.value.pages], more: result.value.more }));
  }
  return (
    <div className="text-view">
      <p className="viewer-bar small quiet">{words.note}</p>
      <div ref={reading} className="text-view-place" tabIndex={0} role="group" aria-label={words.label(name)}>
        {fromPage > 1 && <Button onPress={() => { setLater({ pages: [], more: true }); setFromPage(1); }}>{words.fromBeginning}</Button>}
        {pages.map(({ page, text }) => (
          <section key={page} data-page={page} aria-label={words.part(page)}>
            {pages.length > 1 && <p className="small quiet">{words.part(page)}</p>}
            <pre className="text-view-text"><FoundText text={text} marks={find === '' ? [] : findMarks(text, find).slice(0, mostMarks)} /></pre>
          </section>
        ))}
        {isMore && <Button onPress={() => void showMore()}>{words.showMore}</Button>}
      </div>
    </div>
  );
}
