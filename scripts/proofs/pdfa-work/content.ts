/** An instruction as it stands: its operator and the words before it; of strings their bytes, as digits between `<` and `>`. */
export interface Drawn { readonly operator: string; readonly words: readonly string[] }

// NUL is white space here (7.2.2), though not to a regular expression.
const piece = /%[^\r\n]*|\/[^\s\0()<>[\]{}/%]*|<<|>>|<[0-9a-fA-F\s\0]*>|[[\]{}]|\(|[^\s\0()<>[\]{}/%]+/g;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads a content stream (ISO 32000-1, 7.8.2) as poppler's and qpdf's own words have it: one regular expression over its Latin-1 text. */
export function* drawnIn(bytes: Buffer): Generator<Drawn> {
  const text = bytes.toString('latin1');
  const pattern = new RegExp(piece);
  let words: string[] = [];
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [word] = found;
    if (word.startsWith('%')) continue;
    if (word === '(') {
      const [string, end] = bracketed(text, found.index);
      words.push(`<${Buffer.from(string, 'latin1').toString('hex')}>`);
      pattern.lastIndex = end;
    } else if (/^[/<>[\]{}]/.test(word) || /^[+-]*[\d.]+$/.test(word) || /^(?:true|false|null)$/.test(word)) words.push(plain(word));
    else if (word === 'ID') {
      // Dots of a picture within, up to an EI by itself (8.9.7).
      const end = /\sEI(?=\s|$)/g;
      end.lastIndex = pattern.lastIndex;
      const at = end.exec(text);
      pattern.lastIndex = at === null ? text.length : at.index + 3;
      yield { operator: 'BI', words };
      words = [];
    } else if (word !== 'BI') {
      yield { operator: word, words };
      words = [];
    }
  }
}

/** Digits without white space; names with what they spell in digits (7.3.5), as qpdf gives them. */
function plain(word: string): string {
  if (word.startsWith('/')) return word.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return word.startsWith('<') && word.length > 2 && word !== '<<' ? word.replace(/[\s\0]/g, '') : word;
}

function bracketed(text: string, from: number): [string, number] {
  let [depth, string, at] = [0, '', from];
  for (; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text.charAt(at + 1);
      string += octal !== undefined ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : next === '\n' || next === '\r' ? '' : (escapes[next] ?? next);
      at += octal?.length ?? (next === '\r' && text.charAt(at + 2) === '\n' ? 2 : 1);
    } else if (sign === '(' && depth++ === 0) continue;
    else if (sign === ')' && --depth === 0) return [string, at + 1];
    else string += sign;
  }
  return [string, at];
}
