import { RotateCw } from 'lucide-react';
import type { ReadingsState } from '../../../shared/contract/reading-calls';
import type { DocumentReading } from '../../../shared/model/document-reading';
import type { Id } from '../../../shared/model/identity';
import type { PaperDetails } from '../../../shared/model/paper-details';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { useReadings } from './use-readings';

const words = messages.papers;

/** What was read in a document: whether its words are found, what it says of itself, what in it acts or does not show. Nothing for pictures and recordings. */
export function DocumentContents({ id }: { id: Id }) {
  const contents = useAsk('documents.contents', { id });
  const { again } = contents;
  const now = useReadings((ended) => {
    if (ended.documentId === id) again();
  })?.underWay ?? null;
  const underWay = now?.documentId === id && now.step === 'words' ? now : null;
  const reading = contents.value?.readings.find(({ step }) => step === 'words');
  if (contents.value === null || reading === undefined) return null;
  const { paper } = contents.value.details;
  return (
    <section className="stack-tight" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ReadingWords id={id} reading={reading} underWay={underWay} pagesWithWords={contents.value.pagesWithWords} paper={paper} />
      {paper !== undefined && <PaperFound paper={paper} />}
    </section>
  );
}

function ReadingWords({ id, reading, underWay, pagesWithWords, paper }: { id: Id; reading: DocumentReading; underWay: ReadingsState['underWay']; pagesWithWords: number; paper: PaperDetails | undefined }) {
  const { readOnly } = useProgram();
  if (underWay !== null) return <p role="status">{words.readingNow(underWay.place, underWay.total)}</p>;
  switch (reading.state) {
    case 'waiting': return <p role="status">{words.waiting}</p>;
    case 'needs-her': return <Notice tone="needs-you">{words.password}</Notice>;
    case 'failed': return (
      <Notice actions={!readOnly && <Button icon={RotateCw} onPress={() => void ask('readings.readNow', { id, step: 'words' })}>{words.again}</Button>}>{words.why[reading.why]}</Notice>
    );
    case 'done': return (
      <>
        <p role="status">{pagesWithWords > 0 ? words.found(pagesWithWords) : words.noWords}</p>
        {paper !== undefined && paper.pagesWithoutWords.length > 0 && <p className="small quiet">{words.picturePages(paper.pagesWithoutWords.length)}</p>}
      </>
    );
  }
}

function PaperFound({ paper: { claims, findings } }: { paper: PaperDetails }) {
  return (
    <>
      {findings.length > 0 && (
        <section className="stack-tight" aria-label={words.findings}>
          <h3>{words.findings}</h3>
          <p className="small quiet">{words.findingsHint}</p>
          <ul>{findings.map(({ finding, count, names }) => <li key={finding} dir="auto">{words.named(words.finding[finding](count), names.map((name) => showHidden(name)))}</li>)}</ul>
        </section>
      )}
      {claims.length > 0 && (
        <Folded title={words.claims}>
          <p className="small quiet">{words.claimsHint}</p>
          <Facts facts={claims.map(({ name, text, place }) => ({ name: words.claim[name], value: <bdi>{words.placed(showHidden(text), place)}</bdi> }))} />
        </Folded>
      )}
    </>
  );
}
