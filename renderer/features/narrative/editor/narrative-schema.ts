import { Schema } from 'prosemirror-model';
import { citationSign } from '../../../../shared/model/case/narrative';

/**
 * What a narrative can be made of, and nothing else: paragraphs and headings, each with its id, and citations among the words of a paragraph. No rule makes a citation out of a page's markup: whatever is pasted, dropped or
 * typed comes in as text.
 */
export const narrativeSchema = new Schema({
  nodes: {
    doc: { content: '(paragraph | heading)+' },
    paragraph: { content: '(text | citation)*', attrs: { id: { default: '' } }, whitespace: 'pre', parseDOM: [{ tag: 'p' }, { tag: 'div' }], toDOM: () => ['p', { dir: 'auto' }, 0] },
    heading: { content: 'text*', attrs: { id: { default: '' } }, whitespace: 'pre', parseDOM: [{ tag: 'h2' }], toDOM: () => ['h2', { dir: 'auto' }, 0] },
    citation: { inline: true, atom: true, attrs: { citation: {} }, leafText: () => citationSign, toDOM: () => ['span', { class: 'citation' }] },
    text: {},
  },
});

