import { xmlHead } from '../xml';
import { wordXmlns } from './styles';

const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>';

/** The lists that number paragraphs (ECMA-376-1, 17.9). Numbers that follow one another are one list, which renumbers itself when a paragraph is put in; any other number begins a list of its own. */
export class Numbering {
  readonly #starts: number[] = [];
  #next = 0;

  /** The list in which the paragraph of this number stands. */
  listFor(number: number): number {
    if (number !== this.#next || this.#starts.length === 0) this.#starts.push(number);
    this.#next = number + 1;
    return this.#starts.length;
  }

  xml(): string {
    const lists = (this.#starts.length === 0 ? [1] : this.#starts).map((start, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`);
    return `${xmlHead}<w:numbering ${wordXmlns}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>${level}</w:abstractNum>${lists.join('')}</w:numbering>`;
  }
}
