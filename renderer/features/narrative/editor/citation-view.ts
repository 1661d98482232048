import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { keyOfCitation } from '../../../../shared/model/case/narrative';
import type { CitedBook } from './cited-book';
import { citationOf } from './narrative-document';

/** A citation as it stands among the words: its sign of today, in full when the mouse is on it; one step of the arrow keys. */
export class CitationView implements NodeView {
  readonly dom: HTMLElement;
  private readonly stop: () => void;

  constructor(private node: Node, private readonly book: CitedBook) {
    this.dom = document.createElement('span');
    this.dom.className = 'citation';
    this.dom.contentEditable = 'false';
    this.draw();
    this.stop = book.subscribe(() => this.draw());
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || keyOfCitation(citationOf(node)) !== keyOfCitation(citationOf(this.node))) return false;
    this.node = node;
    return true;
  }

  /** What is drawn in it is its own affair. */
  ignoreMutation(): boolean { return true; }

  destroy(): void { this.stop(); }

  private draw(): void {
    const { sign, describes, state } = this.book.say(citationOf(this.node));
    if (this.dom.textContent !== sign) this.dom.textContent = sign;
    this.dom.title = describes;
    this.dom.dataset['state'] = state;
  }
}
