import { Heading2, Quote, Redo2, Undo2 } from 'lucide-react';
import { memo, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { type Citation, keyOfCitation, type Paragraph } from '../../../shared/model/case/narrative';
import { usePlaceOfCitation } from '../../app/place-of-citation';
import { useProgram } from '../../app/program';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { CitedBook } from './editor/cited-book';
import { type EditorFacts, NarrativeEditor } from './editor/narrative-editor';
import { FindCitation } from './find-citation';

export interface WritingPageProps {
  /** What stands there to begin with; what it becomes is told by `onChange`. */
  paragraphs: readonly Paragraph[];
  book: CitedBook;
  /** Keep its identity. */
  onChange: (paragraphs: Paragraph[]) => void;
  /** She cites this: gives back what to say where it cannot be looked up, else null. Keep its identity. */
  onCited: (citation: Citation) => Promise<string | null>;
}

const nothing: EditorFacts = { isHeading: false, canUndo: false, canRedo: false, chosen: null, isBlank: true };

/** The page she writes on, with what can be done to it and a line that says what the chosen reference is. Loaded when a narrative is written, not before. */
export const WritingPage = memo(function WritingPage({ paragraphs, book, onChange, onCited }: WritingPageProps) {
  const texts = messages.narrative;
  const { platform } = useProgram();
  const keys = platform === 'darwin' ? texts.keysMac : texts.keys;
  const hintId = useId();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<NarrativeEditor | null>(null);
  const [facts, setFacts] = useState(nothing);
  const [asking, setAsking] = useState<{ typed: string } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const goTo = usePlaceOfCitation();
  const open = useRef(goTo);
  useEffect(() => { open.current = goTo; });
  const [first] = useState(paragraphs);

  useEffect(() => {
    if (place.current === null) return;
    const made = new NarrativeEditor(place.current, first, {
      label: messages.narrative.page, hintId, book,
      onChange: (now) => { setRefused(null); onChange(now); },
      onFacts: (now) => setFacts((before) => (areSame(before, now) ? before : now)),
      onCite: (typed) => setAsking({ typed }),
      onOpen: (citation) => void open.current(citation).then((refusal) => setRefused(refusal && messages.errors.say(refusal))),
      onTooLong: () => setRefused(messages.narrative.tooLong),
      onHeadingCites: () => setRefused(messages.narrative.headingCites),
    });
    editor.current = made;
    if (first.length === 0) made.focus();
    return () => { editor.current = null; made.end(); };
  }, [first, book, hintId, onChange]);

  /** After the dialog has given the keyboard back to where it was. */
  const close = (act?: (now: NarrativeEditor) => void): void => {
    setAsking(null);
    setTimeout(() => { const now = editor.current; if (now) { now.focus(); act?.(now); } });
  };
  const choose = async (citation: Citation): Promise<string | null> => {
    const refusal = await onCited(citation);
    if (refusal === null) close((now) => now.cite(citation));
    return refusal;
  };
  const press = (act: (now: NarrativeEditor) => void) => (): void => { const now = editor.current; if (now) { act(now); now.focus(); } };
  const chosen = useSaid(book, facts.chosen);
  return (
    <div className="narrative-writing">
      <div className="narrative-page" data-blank={facts.isBlank || undefined} data-placeholder={texts.placeholder}><div ref={place} /></div>
      <div className="narrative-bar">
        <div className="row">
          <Button icon={Quote} aria-keyshortcuts={platform === 'darwin' ? 'Meta+Shift+C' : 'Control+Shift+C'} onPress={() => setAsking({ typed: '' })}>{texts.cite}</Button>
          <Button tone="quiet" icon={Heading2} aria-pressed={facts.isHeading} aria-keyshortcuts={platform === 'darwin' ? 'Meta+Shift+H' : 'Control+Shift+H'} onPress={press((now) => now.heading())}>{texts.heading}</Button>
          <Button tone="quiet" icon={Undo2} isDisabled={!facts.canUndo} onPress={press((now) => now.undo())}>{texts.undo}</Button>
          <Button tone="quiet" icon={Redo2} isDisabled={!facts.canRedo} onPress={press((now) => now.redo())}>{texts.redo}</Button>
        </div>
        <p className="small narrative-line" role="status">{chosen}</p>
        {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
      </div>
      <p className="field-hint" id={hintId}>{texts.pageHint(keys)}</p>
      {asking && <FindCitation onChoose={choose} onClose={() => close((now) => { if (asking.typed !== '') now.write(asking.typed); })} />}
    </div>
  );
});

function areSame(one: EditorFacts, other: EditorFacts): boolean {
  return one.isHeading === other.isHeading && one.canUndo === other.canUndo && one.canRedo === other.canRedo && one.isBlank === other.isBlank && keyOf(one.chosen) === keyOf(other.chosen);
}

const keyOf = (citation: Citation | null): string => (citation === null ? '' : keyOfCitation(citation));

/** What the chosen reference is, in full. */
function useSaid(book: CitedBook, citation: Citation | null): string {
  return useSyncExternalStore(book.subscribe, () => (citation === null ? '' : book.say(citation).describes));
}
