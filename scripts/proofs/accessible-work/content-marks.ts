/** What of a page's drawing stands in which marked content. */
export interface ContentMarks {
  /** MCIDs in the order in which they are drawn. */
  readonly tagged: readonly number[];
  /** Operators that draw something outside of every tag and artifact. */
  readonly unmarked: readonly string[];
  /** Names of form XObjects that are drawn where neither a tag nor an artifact stands around. */
  readonly openForms: readonly string[];
}

const draws = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'EI']);

/**
 * Walks through a content stream (ISO 32000-1, 7.8.2 and 14.6). `properties`: the page's own, by name, for `BDC` that names one. `isForm`: whether an XObject of that name is a form, which is looked at for itself.
 */
export function contentMarks(content: Buffer, properties: (name: string) => { mcid: number | null }, isForm: (name: string) => boolean): ContentMarks {
  const open: ('tag' | 'artifact' | 'other')[] = [];
  const tagged: number[] = [];
  const unmarked: string[] = [];
  const openForms: string[] = [];
  const isCovered = () => open.some((one) => one !== 'other');
  let operands: string[] = [];
  for (const token of tokensOf(content)) {
    if (!token.isOperator) {
      operands.push(token.text);
      continue;
    }
    const { text } = token;
    if (text === 'BMC') open.push(operands.at(-1) === '/Artifact' ? 'artifact' : 'other');
    else if (text === 'BDC') {
      const tag = operands[0];
      const held = operands.slice(1).join(' ');
      const mcid = held.startsWith('<<') ? Number(/\/MCID\s+(\d+)/.exec(held)?.[1] ?? NaN) : (properties(held).mcid ?? NaN);
      if (Number.isInteger(mcid)) tagged.push(mcid);
      open.push(tag === '/Artifact' ? 'artifact' : Number.isInteger(mcid) ? 'tag' : 'other');
    } else if (text === 'EMC') open.pop();
    else if (text === 'Do' && !isCovered()) (isForm(operands.at(-1) ?? '') ? openForms : unmarked).push(operands.at(-1) ?? '');
    else if (draws.has(text) && !isCovered()) unmarked.push(text);
    operands = [];
  }
  return { tagged, unmarked, openForms };
}

interface Token { readonly text: string; readonly isOperator: boolean }

const isSpace = (code: number) => code === 0 || code === 9 || code === 10 || code === 12 || code === 13 || code === 32;
const isDelimiter = (code: number) => '()<>[]{}/%'.includes(String.fromCharCode(code));

function* tokensOf(content: Buffer): Generator<Token> {
  let at = 0;
  const skipString = () => {
    for (let depth = 0; at < content.length; at++) {
      const code = content[at];
      if (code === 0x5c) at += 1;
      else if (code === 0x28) depth += 1;
      else if (code === 0x29 && --depth === 0) { at += 1; return; }
    }
  };
  while (at < content.length) {
    const code = content[at] ?? 0;
    const start = at;
    if (isSpace(code)) at += 1;
    else if (code === 0x25) while (at < content.length && content[at] !== 10 && content[at] !== 13) at += 1;
    else if (code === 0x28) { skipString(); yield { text: '()', isOperator: false }; }
    else if (code === 0x3c && content[at + 1] === 0x3c) {
      for (let depth = 0; at < content.length; at++) {
        if (content[at] === 0x28) { skipString(); at -= 1; } else if (content[at] === 0x3c && content[at + 1] === 0x3c) { depth += 1; at += 1; } else if (content[at] === 0x3e && content[at + 1] === 0x3e) { depth -= 1; at += 1; if (depth === 0) { at += 1; break; } }
      }
      yield { text: content.toString('latin1', start, at), isOperator: false };
    } else if (code === 0x3c) { while (at < content.length && content[at] !== 0x3e) at += 1; at += 1; yield { text: '<>', isOperator: false }; }
    else if (code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d || code === 0x3e || code === 0x29) at += 1;
    else {
      at += 1;
      while (at < content.length && !isSpace(content[at] ?? 0) && !isDelimiter(content[at] ?? 0)) at += 1;
      const text = content.toString('latin1', start, at);
      if (text === 'ID') {
        // The picture's bytes end with EI on its own (ISO 32000-1, 8.9.7).
        const end = content.indexOf(/* white space before it */ '\nEI', at) >= 0 ? content.indexOf('\nEI', at) + 3 : content.indexOf(' EI', at) + 3;
        at = end < 3 ? content.length : end;
        yield { text: 'EI', isOperator: true };
      } else yield { text, isOperator: code !== 0x2f && !/^[+-]?[\d.]+$/.test(text) && !['true', 'false', 'null'].includes(text) };
    }
  }
}
