import { baseKeymap, chainCommands, createParagraphNear, deleteSelection, joinBackward, liftEmptyBlock, selectNodeBackward, setBlockType, splitBlockAs } from 'prosemirror-commands';
import { closeHistory, history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Command, EditorState, NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Citation, Paragraph } from '../../../../shared/model/case/narrative';
import { newItemId } from '../../../ui-record/new-item-id';
import { CitationView } from './citation-view';
import type { CitedBook } from './cited-book';
import { clipboardHandlers } from './narrative-clipboard';
import { citationOf, documentOf, isTooLong, paragraphsOf, withoutId } from './narrative-document';
import { narrativeSchema } from './narrative-schema';

const { paragraph: paragraphType, heading: headingType, citation: citationType } = narrativeSchema.nodes;

/** What stands around the page: the buttons and the line that describes. */
export interface EditorFacts { readonly isHeading: boolean; readonly canUndo: boolean; readonly canRedo: boolean; readonly chosen: Citation | null; readonly isBlank: boolean }

export interface EditorHooks {
  readonly label: string;
  /** The id of the text that says which keys there are. */
  readonly hintId: string;
  readonly book: CitedBook;
  onChange(paragraphs: Paragraph[]): void;
  onFacts(facts: EditorFacts): void;
  /** She wants to cite something where she writes. `typed`: the key that asked, put in if she cites nothing. */
  onCite(typed: string): void;
  /** Enter on a citation. */
  onOpen(citation: Citation): void;
  /** More than a narrative holds; nothing was put in. */
  onTooLong(): void;
  /** A heading was asked for where something is cited. */
  onHeadingCites(): void;
}

/** The page she writes a narrative on. One for one element, until `end`. */
export class NarrativeEditor {
  private readonly view: EditorView;

  constructor(place: HTMLElement, paragraphs: readonly Paragraph[], private readonly hooks: EditorHooks) {
    const state = EditorState.create({ doc: documentOf(paragraphs), plugins: [history(), keymap(this.keys()), keymap(baseKeymap), this.limits()] });
    this.view = new EditorView({ mount: place }, {
      state,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': hooks.label, 'aria-describedby': hooks.hintId, spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', class: 'narrative-text' },
      nodeViews: { citation: (node) => new CitationView(node, hooks.book) },
      handleDOMEvents: clipboardHandlers(hooks.book),
      handleTextInput: (view, from, _to, text) => {
        if (text !== '@' || !mayBeginCitation(view.state, from)) return false;
        hooks.onCite('@');
        return true;
      },
      dispatchTransaction: (transaction) => {
        const before = this.view.state;
        const { state: after, transactions } = before.applyTransaction(transaction);
        if (transaction.docChanged && transactions.length === 0) { hooks.onTooLong(); return; }
        this.view.updateState(after);
        if (after.doc !== before.doc) hooks.onChange(paragraphsOf(after.doc));
        hooks.onFacts(factsOf(after));
      },
    });
    hooks.onFacts(factsOf(state));
  }

  /** Puts a citation where she writes, with a space before it where words stand, and goes on behind it. */
  cite(citation: Citation): void {
    const { state } = this.view;
    // A step of its own: undoing it takes out no word.
    const transaction = closeHistory(state.tr);
    if (state.selection instanceof NodeSelection) transaction.setSelection(TextSelection.near(state.doc.resolve(state.selection.to)));
    const { $from } = transaction.selection;
    if ($from.parent.type === headingType) { this.hooks.onHeadingCites(); return; }
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, '', 'x');
    if (before !== '' && !/[\s([“‘"'—–-]$/u.test(before)) transaction.insertText(' ');
    this.view.dispatch(transaction.replaceSelectionWith(citationType.create({ citation }), false).scrollIntoView());
  }

  /** Words of one line where she writes. */
  write(words: string): void { this.view.dispatch(this.view.state.tr.insertText(words)); }

  undo(): void { undo(this.view.state, this.view.dispatch); }
  redo(): void { redo(this.view.state, this.view.dispatch); }
  heading(): void { this.toggleHeading(this.view.state, this.view.dispatch); }
  focus(): void { this.view.focus(); }
  end(): void { this.view.destroy(); }

  private readonly toggleHeading: Command = (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.parent.type === headingType) return setBlockType(paragraphType)(state, dispatch);
    let cites = false;
    state.doc.nodesBetween($from.before(1), $to.after(1), (node) => { cites ||= node.type === citationType; });
    if (cites) { this.hooks.onHeadingCites(); return true; }
    return setBlockType(headingType)(state, dispatch);
  };

  private keys(): Record<string, Command> {
    const cite: Command = () => { this.hooks.onCite(''); return true; };
    const open: Command = ({ selection }) => {
      if (!(selection instanceof NodeSelection) || selection.node.type !== citationType) return false;
      this.hooks.onOpen(citationOf(selection.node));
      return true;
    };
    // After a heading, and at the end of a paragraph, comes a paragraph.
    const split = splitBlockAs(() => ({ type: paragraphType }));
    const newLine: Command = (state, dispatch) => {
      if (state.selection.$from.parent.type !== paragraphType) return split(state, dispatch);
      dispatch?.(state.tr.insertText('\n').scrollIntoView());
      return true;
    };
    // At the beginning of a heading Backspace makes it a paragraph, before it would join it with what stands above.
    const plainAgain: Command = (state, dispatch) => {
      const { $from, empty } = state.selection;
      return empty && $from.parentOffset === 0 && $from.parent.type === headingType ? setBlockType(paragraphType)(state, dispatch) : false;
    };
    return {
      'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo, 'Mod-Shift-c': cite, 'Mod-Shift-h': this.toggleHeading,
      Enter: chainCommands(open, createParagraphNear, liftEmptyBlock, split), 'Shift-Enter': newLine, Backspace: chainCommands(deleteSelection, plainAgain, joinBackward, selectNodeBackward),
    };
  }

  /** Every block has an id of its own, and there is never more than the record takes. */
  private limits(): Plugin {
    return new Plugin({
      filterTransaction: (transaction) => !transaction.docChanged || !isTooLong(transaction.doc),
      appendTransaction: (transactions, _before, { doc, tr }) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null;
        const found = withoutId(doc);
        for (const position of found) tr.setNodeAttribute(position, 'id', newItemId());
        return found.length === 0 ? null : tr;
      },
    });
  }
}

function factsOf(state: EditorState): EditorFacts {
  const { selection, doc } = state;
  return {
    isHeading: selection.$from.parent.type === headingType, canUndo: undoDepth(state) > 0, canRedo: redoDepth(state) > 0,
    chosen: selection instanceof NodeSelection && selection.node.type === citationType ? citationOf(selection.node) : null, isBlank: doc.childCount === 1 && doc.firstChild?.content.size === 0,
  };
}

/** "@" asks for a citation at the beginning of a word alone: an address in a sentence stays one. */
function mayBeginCitation({ doc }: EditorState, position: number): boolean {
  const at = doc.resolve(position);
  if (at.parent.type !== paragraphType) return false;
  return at.parentOffset === 0 || !/[\p{L}\p{N}._%+-]$/u.test(at.parent.textBetween(Math.max(0, at.parentOffset - 1), at.parentOffset, '', ' '));
}
