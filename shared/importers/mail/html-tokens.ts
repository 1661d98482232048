import { Parser, type Handler, type ParserOptions } from 'htmlparser2';

const deepest = 2000;
const pieceChars = 8 * 1024;

/**
 * Sends an HTML text through htmlparser2's tokens. Its list of open elements costs time by the square of its length, so where more than 2,000 are open it forgets them and goes on: nothing of the text is passed over.
 */
export function readHtmlTokens(html: string, handler: Partial<Pick<Handler, 'onopentagname' | 'onopentag' | 'onclosetag' | 'ontext' | 'oncomment'>>, options: ParserOptions): void {
  let depth = 0;
  const parser = new Parser({
    ...handler,
    onopentag(name, attributes, isImplied) {
      depth += 1;
      handler.onopentag?.(name, attributes, isImplied);
    },
    onclosetag(name, isImplied) {
      depth -= 1;
      handler.onclosetag?.(name, isImplied);
    },
  }, { ...options, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  for (let at = 0; at < html.length; ) {
    // Up to the end of a tag, so that none is cut where the parser begins anew.
    const end = html.lastIndexOf('>', at + pieceChars) + 1;
    const next = end > at ? end : Math.min(html.length, at + pieceChars);
    parser.write(html.slice(at, next));
    at = next;
    if (depth > deepest) {
      parser.reset();
      depth = 0;
    }
  }
  parser.end();
}
