import type { BagChecked } from '../../shared/bag/bag-checked';
import { compareSum } from '../../shared/bag/same-sum';
import { bagChecker as words } from '../../shared/messages/en-gb/bag-checker';
import { showHidden } from '../../shared/text/show-hidden';
import { element } from './element';

/** A bag by its folder, from what was chosen. */
export interface NamedBag { readonly at: string; readonly bag: BagChecked }

/** What was found, as a page: the verdict first, then every file by name, of each bag by itself. Names are text, never markup. */
export function resultOf(folder: string, bags: readonly NamedBag[], { beside, besideCount }: { readonly beside: readonly string[]; readonly besideCount: number }): HTMLElement {
  const result = words.result;
  const [first] = bags;
  if (first === undefined) return element('section', { 'aria-labelledby': 'verdict' }, nameOf(folder), verdict(words.notABag, words.notABagWords, false, true));
  const spoiled = bags.filter(({ bag }) => !bag.isWhole);
  const known = bags.flatMap(({ at, bag }) => (bag.ownSha256 === null ? [] : [{ at, sum: bag.ownSha256 }]));
  return element('section', { 'aria-labelledby': 'verdict' },
    ...(bags.length === 1 ? [...bagOf(first, true)] : [
      verdict(result.several(bags.length, showHidden(folder)), spoiled.length === 0 ? result.severalWhole : result.severalNotWhole(spoiled.length, bags.length), spoiled.length === 0, true),
      ...[...spoiled, ...bags.filter(({ bag }) => bag.isWhole)].map((each) => element('section', { class: 'one' }, ...bagOf(each, false))),
    ]),
    ...(besideCount === 0 ? [] : [element('h3', {}, result.besideTitle(besideCount)), element('p', { class: 'quiet' }, `${result.besideWords} ${words.besideZips}`), list(beside.map(showHidden)), ...(besideCount > beside.length ? [element('p', {}, result.more(besideCount - beside.length))] : [])]),
    ...(known.length === 0 ? [] : [compare(known, bags.length > 1)]),
    element('p', {}, result.listsOnly), element('p', { class: 'quiet' }, words.trust),
  );
}

function nameOf(folder: string): HTMLElement {
  return element('p', { class: 'folder' }, element('bdi', {}, showHidden(folder)));
}

/** `isAll`: it is the only one, and its verdict that of the page. */
function bagOf({ at, bag }: NamedBag, isAll: boolean): HTMLElement[] {
  const result = words.result;
  const size = `${(bag.checkedBytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
  return [
    nameOf(at),
    bag.isWhole ? verdict(result.whole, result.wholeWords(bag.listedCount, size), true, isAll) : verdict(result.notWhole, result.notWholeWords, false, isAll),
    ...named('changed', bag.changedCount, bag.changed.map(showHidden)),
    ...named('missing', bag.missingCount, bag.missing.map(showHidden)),
    ...named('added', bag.addedCount, bag.added.map(showHidden)),
    ...named('renamed', bag.renamedCount, bag.renamed.map(({ from, to }) => result.renamedTo(showHidden(from), showHidden(to)))),
    ...named('unreadable', bag.unreadableCount, bag.unreadable.map(showHidden)),
    // Last: what it notes of itself mostly follows from the files above.
    ...(bag.problems.length === 0 ? [] : [element('h3', {}, result.problemsTitle), list(bag.problems.map((problem) => result.problems[problem]))]),
    ...(bag.systemFileCount > 0 ? [element('p', { class: 'quiet' }, result.systemFiles(bag.systemFileCount))] : []),
    ...(bag.ownSha256 === null ? [element('p', {}, result.noOwn)] : [element('h3', {}, result.own), element('p', { class: 'sum' }, bag.ownSha256), element('p', { class: 'quiet' }, bag.isWhole ? result.ownHint : result.ownHintNotWhole)]),
  ];
}

/** `isAll`: it is said of everything that was chosen, and read out. */
function verdict(title: string, said: string, isWhole: boolean, isAll: boolean): HTMLElement {
  return element('div', { class: isWhole ? 'verdict' : 'verdict needs-you', ...(isAll && { role: isWhole ? 'status' : 'alert' }) }, element('h2', isAll ? { id: 'verdict', tabindex: '-1' } : {}, title), element('p', {}, said));
}

function named(kind: keyof typeof words.result.kinds, count: number, names: readonly string[]): HTMLElement[] {
  if (count === 0) return [];
  const { title, words: said } = words.result.kinds[kind];
  return [element('h3', {}, title(count)), element('p', { class: 'quiet' }, said), list(names), ...(count > names.length ? [element('p', {}, words.result.more(count - names.length))] : [])];
}

function list(lines: readonly string[]): HTMLElement {
  return element('ul', {}, ...lines.map((line) => element('li', {}, element('bdi', {}, line))));
}

/** `areSeveral`: it is said whose sum it is. */
function compare(known: readonly { readonly at: string; readonly sum: string }[], areSeveral: boolean): HTMLElement {
  const field = element('input', { id: 'told', type: 'text', spellcheck: 'false', autocomplete: 'off', maxlength: '400', 'aria-describedby': 'told-hint told-said' });
  const said = element('p', { id: 'told-said', role: 'status', class: 'said' });
  const say = (isWhole: boolean): void => {
    const found = compareSum(field.value, known.map(({ sum }) => sum));
    said.textContent = found === 'nothing' || (found === 'not-a-sum' && !isWhole) ? '' : found === 'same' && areSeveral ? words.sameOwnOf(known.filter(({ sum }) => compareSum(field.value, [sum]) === 'same').map(({ at }) => `“${showHidden(at)}”`).join(', ')) : words.compared[found];
  };
  field.addEventListener('input', () => say(false));
  field.addEventListener('change', () => say(true));
  return element('div', { class: 'field' }, element('label', { for: 'told' }, words.compare), element('p', { id: 'told-hint', class: 'quiet' }, words.compareHint), field, said);
}
