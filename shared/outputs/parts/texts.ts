import type { CasePageBlock, CitedText } from '../../model/case/case-page';

/** Words alone; '' gives nothing at all. */
export const says = (words: string): CitedText => (words === '' ? [] : [{ is: 'words', words }]);

export const saysMark = (mark: string): CitedText => [{ is: 'mark', mark }];

/** Texts in a row with `between` between those that say something. */
export function joined(texts: readonly CitedText[], between: string): CitedText {
  return texts.filter((text) => text.length > 0).flatMap((text, index) => (index === 0 ? text : [...says(between), ...text]));
}

export const saysMarks = (marks: readonly string[]): CitedText => joined(marks.map(saysMark), ', ');

type Paragraph = Extract<CasePageBlock, { block: 'paragraph' }>;

export const paragraph = (look: Paragraph['look'], text: CitedText | string): CasePageBlock => ({ block: 'paragraph', look, text: typeof text === 'string' ? says(text) : text });
export const heading = (level: 2 | 3, words: string): CasePageBlock => ({ block: 'heading', level, words });
/** Facts of which something can be said. */
export const factsBlock = (facts: readonly (readonly [name: string, value: CitedText | string])[]): CasePageBlock => ({ block: 'facts', facts: facts.map(([name, value]) => ({ name, value: typeof value === 'string' ? says(value) : value })).filter(({ value }) => value.length > 0) });

/** Numbers paragraphs from 1, through a whole paper. */
export class Paragraphs {
  #number = 0;

  next(text: CitedText | string, look: Paragraph['look'] = 'plain'): CasePageBlock {
    return { block: 'paragraph', look, text: typeof text === 'string' ? says(text) : text, number: ++this.#number };
  }
}
