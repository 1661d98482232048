import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { CitedThing } from '../../../shared/model/case/case-page';
import { type Citation, keyOfCitation, type Narrative, type Paragraph, type ReadAs } from '../../../shared/model/case/narrative';
import { ask } from '../../app/bridge';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { CitedList } from './cited-list';
import { CitedBook } from './editor/cited-book';
import { looking, sayCited } from './say-cited';
import { useCited } from './use-cited';

const WritingPage = lazy(() => import('./writing-page').then(({ WritingPage: page }) => ({ default: page })));

/** Writing a narrative: what it is called, the page, and what it refers to. */
export function NarrativeFields({ draft: { content, change, flush } }: { draft: CaseDraft<'narrative'> }) {
  const texts = messages.narrative;
  const [book] = useState(() => new CitedBook(looking));
  const { things, error } = useCited(content);
  const { readAs } = content;
  useEffect(() => book.put(new Map(things.map((thing) => [keyOfCitation(thing.citation), sayCited(thing, readAs)]))), [book, things, readAs]);
  const newest = useRef(content);
  newest.current = content;

  const take = useCallback((paragraphs: Paragraph[]) => change({ paragraphs }), [change]);
  const cited = useCallback(async (citation: Citation): Promise<string | null> => {
    const found = await ask('case.cited', { citations: [citation] });
    if (!found.ok) return messages.errors.say(found.error);
    const [thing] = found.value.things;
    // What she cited before and has not read since stays as she read it then.
    if (thing !== undefined && !isCited(newest.current, citation)) change({ readAs: readNow(newest.current.readAs, thing) });
    return null;
  }, [change]);
  const readAgain = useCallback((thing: CitedThing) => change({ readAs: readNow(newest.current.readAs, thing) }), [change]);
  const list = useMemo(() => <CitedList things={things} readAs={readAs} onReadAgain={readAgain} />, [things, readAs, readAgain]);
  return (
    <>
      <TextField label={texts.titleLabel} hint={texts.titleHint} value={content.title} onChange={(title) => change({ title })} onBlur={() => void flush()} maxLength={300} autoComplete="off" />
      <Suspense fallback={null}><WritingPage paragraphs={content.paragraphs} book={book} onChange={take} onCited={cited} /></Suspense>
      {error && <Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice>}
      {list}
    </>
  );
}

function isCited({ paragraphs }: Narrative, citation: Citation): boolean {
  const key = keyOfCitation(citation);
  return paragraphs.some(({ citations }) => citations.some((one) => keyOfCitation(one) === key));
}

/** The same with this thing as it reads now. */
function readNow(readAs: readonly ReadAs[], { citation, version }: CitedThing): ReadAs[] {
  const key = keyOfCitation(citation);
  return [...readAs.filter((one) => keyOfCitation(one.citation) !== key), { citation, version }];
}
