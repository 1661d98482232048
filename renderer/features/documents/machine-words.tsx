import { RefreshCw, ScanText } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { Document } from '../../../shared/model/document';
import type { WordBox } from '../../../shared/model/document-page';
import { messages } from '../../../shared/messages/en-gb';
import { boxesOf } from '../../../shared/ocr/boxes-of';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { MachinePage } from './machine-page';
import { useMachineWords } from './use-machine-words';

/**
 * Words that a machine read off a picture, or off the pages of a PDF that are pictures: always said to be so, put right by her beside the picture, and marked on it where she came from a search.
 * `onMarks`: places of the words looked for, on page 1.
 */
export function MachineWords({ document, onMarks }: { document: Document; onMarks: (marks: readonly WordBox[]) => void }) {
  const { reading, underWay, pages, more, isFirst, refused, turnTo, readNow, correct } = useMachineWords(document.id);
  const { readOnly } = useProgram();
  const { place } = usePlaces();
  const words = messages.machineWords;
  const find = place.name === 'documents' ? place.find ?? '' : '';
  const first = pages.find(({ page }) => page === 1) ?? null;
  const marks = useMemo(() => (first === null || find === '' ? [] : boxesOf(first, find)), [first, find]);
  useEffect(() => onMarks(marks), [marks, onMarks]);
  if (reading === null || (document.form !== 'image' && document.form !== 'pdf')) return null;
  const isReading = underWay !== null;
  const state = isReading
    ? (underWay.total > 1 ? words.readingPages(underWay.place, underWay.total) : words.reading)
    : reading.state === 'waiting' ? words.waiting : reading.state === 'done' ? (pages.length === 0 && isFirst ? words.none : '') : reading.why === 'too-large' ? words.tooLarge : words.failed;
  return (
    <section className="stack-tight" aria-label={document.form === 'image' ? words.title : words.pagesTitle}>
      <h2>{document.form === 'image' ? words.title : words.pagesTitle}</h2>
      <p role="status" className={state === '' ? 'visually-hidden' : 'quiet'}>{state}</p>
      {refused && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      {pages.map((page) => <MachinePage key={`${page.page} ${page.correctedUtc}`} page={page} isPicture={document.form === 'image'} onCorrect={readOnly ? null : correct} />)}
      {(more || !isFirst) && (
        <div className="row">
          {!isFirst && <Button tone="quiet" onPress={() => turnTo('first')}>{words.firstPages}</Button>}
          {more && <Button tone="quiet" onPress={() => turnTo('next')}>{words.nextPages}</Button>}
        </div>
      )}
      {!readOnly && !isReading && reading.why !== 'too-large' && (
        <div className="row">
          {reading.state === 'waiting'
            ? <Button icon={ScanText} onPress={() => void readNow()}>{words.readNow}</Button>
            : <Button tone="quiet" icon={RefreshCw} onPress={() => void readNow()}>{words.readAgain}</Button>}
        </div>
      )}
    </section>
  );
}

