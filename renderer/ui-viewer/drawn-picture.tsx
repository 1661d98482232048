import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Document } from '../../shared/model/document';
import type { WordBox } from '../../shared/model/document-page';
import { isHeif } from '../../shared/picture-protocol';
import { messages } from '../../shared/messages/en-gb';
import { useAsk } from '../app/use-ask';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { usePageMarks } from './use-page-marks';
import { PictureView } from './picture-view';

/** A picture that the window cannot show itself (HEIC, TIFF), drawn anew page by page; it says so, because the file is another. `find`: what is marked on each page; `marks`: else on the first. */
export function DrawnPicture({ document, name, startPage, find, marks }: { document: Document; name: string; startPage: number; find: string; marks: readonly WordBox[] | undefined }) {
  const [page, setPage] = useState(startPage);
  const [count, setCount] = useState(startPage);
  const found = usePageMarks(document.id, page, find);
  const { value, error } = useAsk('pictures.drawPage', { id: document.id, page });
  const words = messages.viewer;
  // The number stands while the next page is drawn.
  if (value && value.pageCount !== count) setCount(value.pageCount);
  const isMany = !isHeif(document.mediaType) && count > 1;
  const bar: ReactNode = (
    <>
      {isMany && (
        <span className="viewer-bar-pages" role="group" aria-label={words.pages.label(name)}>
          <Button tone="quiet" icon={ChevronLeft} isDisabled={page === 1} onPress={() => setPage(page - 1)}>{words.pages.previousShort}</Button>
          <span className="small" aria-live="polite">{words.pages.page(page, count)}</span>
          <Button tone="quiet" icon={ChevronRight} isDisabled={page === count} onPress={() => setPage(page + 1)}>{words.pages.nextShort}</Button>
        </span>
      )}
      <span className="small quiet">{words.picture.drawnFrom(isHeif(document.mediaType) ? 'HEIC' : 'TIFF')}</span>
    </>
  );
  if (error) return <div className="viewer-note"><Notice announce>{error.code === 'not-understood' ? words.picture.cannotShow : messages.errors.say(error)}</Notice></div>;
  return <PictureView url={value?.url ?? null} name={isMany ? `${name}, ${words.pages.page(page, count)}` : name} bar={bar} page={page} marks={find !== '' ? found : page === 1 ? marks : undefined} />;
}
