import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { type Citation, isHeading, keyOfCitation, type Narrative, type Paragraph, piecesOf } from '../../../shared/model/case/narrative';
import { usePlaceOfCitation } from '../../app/place-of-citation';
import { Notice } from '../../ui/notice';
import { CitedList } from './cited-list';
import type { SaidCitation } from './editor/cited-book';
import { looking, sayCited } from './say-cited';
import { useCited } from './use-cited';

/** A narrative as it is read: paragraphs numbered as they print, each reference the way to what it refers to. */
export function NarrativeReading({ content }: { content: Narrative }) {
  const { things, error } = useCited(content);
  const goTo = usePlaceOfCitation();
  const [refused, setRefused] = useState<string | null>(null);
  const open = (citation: Citation): void => void goTo(citation).then((refusal) => setRefused(refusal && messages.errors.say(refusal)));
  const said = new Map(things.map((thing) => [keyOfCitation(thing.citation), sayCited(thing, content.readAs)]));
  return (
    <div className="reading">
      <div className="narrative-text narrative-reading">
        {numbered(content.paragraphs).map(({ paragraph, number }) => (number === null
          ? <h2 key={paragraph.id} dir="auto">{paragraph.text}</h2>
          : <div key={paragraph.id} className="narrative-numbered"><span className="narrative-number">{number}.</span><p dir="auto">{pieces(paragraph, said, open)}</p></div>))}
      </div>
      {(refused ?? error) && <Notice tone="needs-you" announce>{refused ?? (error && messages.errors.say(error))}</Notice>}
      <CitedList things={things} readAs={content.readAs} onReadAgain={null} />
    </div>
  );
}

/** Headings without a number, paragraphs with theirs; the empty ones are left out, as in print. */
function numbered(paragraphs: readonly Paragraph[]): { paragraph: Paragraph; number: number | null }[] {
  let number = 0;
  return paragraphs.filter(({ text }) => text.trim() !== '').map((paragraph) => ({ paragraph, number: isHeading(paragraph) ? null : ++number }));
}

function pieces(paragraph: Paragraph, said: ReadonlyMap<string, SaidCitation>, open: (citation: Citation) => void): React.ReactNode[] {
  return piecesOf(paragraph).map((piece, index) => {
    if (typeof piece === 'string') return piece;
    const { sign, describes, state } = said.get(keyOfCitation(piece)) ?? looking;
    // What is gone leads nowhere.
    return state === 'gone' || state === 'looking' ? <span key={index} className="citation" data-state={state} title={describes}>{sign}</span>
      : <button key={index} type="button" className="citation" data-state={state} title={describes} onClick={() => open(piece)}>{sign}</button>;
  });
}
