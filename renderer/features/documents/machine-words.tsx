import { RefreshCw, ScanText } from 'lucide-react';
import type { Document } from '../../../shared/model/document';
import { messages } from '../../../shared/messages/en-gb';
import { useProgram } from '../../app/program';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { MachinePage } from './machine-page';
import type { MachineWordsRead } from './use-machine-words';

/** Words that a machine read off a picture, or off the pages of a PDF that are pictures: always said to be so, and put right by her beside the picture. */
export function MachineWords({ document, machine }: { document: Document; machine: MachineWordsRead }) {
  const { reading, underWay, pages, more, isFirst, refused, turnTo, readNow, correct } = machine;
  const { readOnly } = useProgram();
  const words = messages.machineWords;
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
      {pages.map((page) => <MachinePage key={page.page} page={page} isPicture={document.form === 'image'} onCorrect={readOnly ? null : correct} />)}
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
