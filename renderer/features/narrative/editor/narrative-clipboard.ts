import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorProps, EditorView } from 'prosemirror-view';
import { citationSign } from '../../../../shared/model/case/narrative';
import type { CitedBook } from './cited-book';
import { citationOf, inlineOf } from './narrative-document';
import { narrativeSchema } from './narrative-schema';

/**
 * What was cut or copied in a narrative last, with its plain words. The clipboard itself gets plain words alone: nothing that another program puts there can become a citation, and no id leaves the program. Where the same
 * words come back, they come back with their citations.
 */
let lastTaken: { readonly words: string; readonly slice: Slice } | null = null;

const plain = (words: string): string => words.replace(/\r\n?/g, '\n').replaceAll(citationSign, '');

/** Handles copy, cut, paste and drop whole, so that the editor's own reading of markup never runs. */
export function clipboardHandlers(book: CitedBook): NonNullable<EditorProps['handleDOMEvents']> {
  const take = (view: EditorView, event: ClipboardEvent, isCut: boolean): boolean => {
    if (view.state.selection.empty || event.clipboardData === null) return false;
    const slice = view.state.selection.content();
    const words = wordsOf(slice, book);
    lastTaken = { words: plain(words), slice };
    event.preventDefault();
    event.clipboardData.clearData();
    event.clipboardData.setData('text/plain', words);
    if (isCut) view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'));
    return true;
  };
  return {
    copy: (view, event) => take(view, event, false),
    cut: (view, event) => take(view, event, true),
    paste: (view, event) => {
      event.preventDefault();
      const words = event.clipboardData?.getData('text/plain') ?? '';
      if (words !== '') view.dispatch(putIn(view.state, words).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
      return true;
    },
    // Moving by the mouse is left out: a page elsewhere could be dropped as well, and cutting does the same for everybody.
    dragstart: (_view, event) => { event.preventDefault(); return true; },
    drop: (_view, event) => { event.preventDefault(); return true; },
  };
}

/** Words from the clipboard in place of what is chosen: those last taken here with their citations, all others as text, a paragraph to a line. */
export function putIn(state: EditorState, words: string): Transaction {
  const text = plain(words);
  if (lastTaken !== null && text === lastTaken.words) return state.tr.replaceSelection(lastTaken.slice);
  const lines = text.split(/\n+/);
  if (lines.length === 1) return state.tr.insertText(text);
  const blocks = lines.map((line) => narrativeSchema.nodes.paragraph.create(null, inlineOf([line])));
  return state.tr.replaceSelection(new Slice(Fragment.from(blocks), 1, 1));
}

/** A part of a narrative as plain words, citations as their signs of today; an empty line between paragraphs. */
function wordsOf(slice: Slice, book: CitedBook): string {
  const say = (node: Node): string => node.isText ? node.text ?? '' : node.type === narrativeSchema.nodes.citation ? book.say(citationOf(node)).sign : node.children.map(say).join('');
  return slice.content.content.map(say).join('\n\n');
}
