import { readHtmlTokens } from './html-tokens';

/** Elements whose content is no text of the page. */
const unshown = new Set(['script', 'style', 'head', 'title', 'template', 'object', 'svg', 'math', 'select', 'textarea', 'iframe', 'audio', 'video', 'canvas']);
/** Void in the HTML standard: they have no end. */
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const newLine = new Set(['br', 'div', 'tr', 'li', 'dt', 'dd', 'section', 'article', 'header', 'footer', 'address', 'center', 'form', 'fieldset', 'caption', 'option', 'legend', 'nav', 'aside', 'main', 'figure', 'figcaption', 'hr']);
const newParagraph = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'dl', 'blockquote', 'pre']);
const cells = new Set(['td', 'th']);

/**
 * The words of an HTML text in their order: tags taken off, line ends where blocks begin and end, spaces as a browser would join them. Nothing is run, loaded or added; hidden words are words too. Works through a
 * stream of tags without a tree, so depth costs nothing.
 */
export function textOfHtml(html: string): string {
  const out: string[] = [];
  // Line ends and a space that are due before the next word.
  let [lines, hasSpace, isEmpty, preDepth] = [0, false, true, 0];
  const skipped: string[] = [];
  const breakLine = (count: number): void => {
    lines = Math.max(lines, count);
    hasSpace = false;
  };
  const write = (text: string): void => {
    if (text === '') return;
    if (!isEmpty) out.push(lines > 0 ? '\n'.repeat(lines) : hasSpace ? ' ' : '');
    [lines, hasSpace, isEmpty] = [0, false, false];
    out.push(text);
  };
  readHtmlTokens(html, {
    onopentagname(name) {
      if (unshown.has(name) && !voids.has(name) && skipped.length < 1000) skipped.push(name);
      if (skipped.length > 0) return;
      if (name === 'br') lines = Math.min(lines + 1, 3);
      else if (newParagraph.has(name)) breakLine(2);
      else if (newLine.has(name)) breakLine(1);
      else if (cells.has(name)) hasSpace = true;
      if (name === 'pre') preDepth += 1;
    },
    onclosetag(name) {
      if (skipped.length > 0) {
        const at = skipped.lastIndexOf(name);
        if (at >= 0) skipped.length = at;
        return;
      }
      if (name === 'pre') preDepth = Math.max(0, preDepth - 1);
      if (newParagraph.has(name)) breakLine(2);
      else if (newLine.has(name) && name !== 'br') breakLine(1);
      else if (cells.has(name)) hasSpace = true;
    },
    ontext(data) {
      if (skipped.length > 0) return;
      if (preDepth > 0) {
        write(data.replaceAll('\r\n', '\n'));
        return;
      }
      const words = data.split(/[ \t\r\n\f]+/);
      const last = words.length - 1;
      for (const [index, word] of words.entries()) {
        if (word === '') {
          if (index < last || last > 0) hasSpace = hasSpace || lines === 0;
          continue;
        }
        if (index > 0) hasSpace = true;
        write(word);
      }
    },
  }, { recognizeSelfClosing: false });
  return out.join('').trim();
}
