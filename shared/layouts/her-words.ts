import { showHidden } from '../text/show-hidden';
import { html, type Markup } from './markup';
import { tellCharacters } from './places';

const arabicScript = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;
/** Letters that Urdu writes and Arabic does not. */
const urduLetters = /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06c3\u06d2\u06d3]/;
const hanScript = /\p{Script=Han}/u;
const runPattern = /(?:[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc](?:[\s\d.,:;!?()\u060c\u061b\u061f\u200c\u200d-]*[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc])*)|(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+)/gu;

/** Many Urdu words use only letters that Arabic has too, so the whole line decides, not the run. */
function languageOf(run: string, line: string): 'ar' | 'ur' | 'zh' | null {
  if (arabicScript.test(run)) return urduLetters.test(line) ? 'ur' : 'ar';
  return hanScript.test(run) ? 'zh' : null;
}

/** One line of a person's text, each run of another script marked with its language (BCP 47) so that it is read and set as such. `isLinked`: it stands inside a link already. */
export function inWords(text: string, isLinked = false): Markup {
  const pieces: (Markup | string)[] = [];
  let done = 0;
  for (const match of text.matchAll(runPattern)) {
    const language = languageOf(match[0], text);
    if (language === null) continue;
    pieces.push(withEmoji(text.slice(done, match.index), isLinked), html`<span lang="${language}">${match[0]}</span>`);
    done = match.index + match[0].length;
  }
  pieces.push(withEmoji(text.slice(done), isLinked));
  return html`${pieces}`;
}

/** One emoji with its skin tones, joiners and variation selectors (UTS #51). */
const emojiPattern = /(?:\p{RI}\p{RI}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})(?:\p{EMod}|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}]|\u200d(?:\p{Extended_Pictographic}|[\u2640\u2642]))*)/gu;

/** Emoji are set in their own face from the first, so that no other face's plain drawing of them is taken. */
function withEmoji(text: string, isLinked: boolean): Markup | string {
  if (!/\p{Extended_Pictographic}|\p{RI}/u.test(text)) return text;
  const pieces: (Markup | string)[] = [];
  let done = 0;
  for (const match of text.matchAll(emojiPattern)) {
    pieces.push(text.slice(done, match.index), isLinked ? html`<span class="emoji">${match[0]}</span>` : html`<a class="emoji" href="${tellCharacters(match[0])}">${match[0]}</a>`);
    done = match.index + match[0].length;
  }
  return html`${[...pieces, text.slice(done)]}`;
}

/** A person's text as it stands: every line its own paragraph with its own direction, empty lines kept as space. */
export function inParagraphs(text: string, className = 'words'): Markup {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return html`<div class="${className}">${lines.map((line) => (line.trim() === '' ? html`<p class="gap"></p>` : html`<p dir="auto">${inWords(line)}</p>`))}</div>`;
}

/** A short text of hers inside a line of ours; isolated, so that its direction does not disturb ours. */
export function inLine(text: string, isLinked = false): Markup {
  return html`<bdi>${inWords(text, isLinked)}</bdi>`;
}

/** A name that somebody else may have chosen (a file's, a sender's, a person's), isolated, with what would not be seen in it named. */
export function inName(name: string, isLinked = false): Markup {
  return inLine(showHidden(name), isLinked);
}
