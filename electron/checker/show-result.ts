import type { BagChecked } from '../../shared/bag/bag-checked';
import { compareSum } from '../../shared/bag/same-sum';
import { bagChecker as words } from '../../shared/messages/en-gb/bag-checker';
import { showHidden } from '../../shared/text/show-hidden';
import { element } from './element';

/** What was found, as a page: the verdict first, then every file by name. Names are text, never markup. */
export function resultOf(folder: string, bag: BagChecked): HTMLElement {
  const result = words.result;
  const place = element('p', { class: 'folder' }, element('bdi', {}, showHidden(folder)));
  if (bag.problems.includes('no-bagit-txt') && bag.problems.includes('no-manifest')) return element('section', { 'aria-labelledby': 'verdict' }, place, verdict(words.notABag, words.notABagWords, false));
  const size = `${(bag.checkedBytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
  return element('section', { 'aria-labelledby': 'verdict' },
    place,
    bag.isWhole ? verdict(result.whole, result.wholeWords(bag.listedCount, size), true) : verdict(result.notWhole, result.notWholeWords, false),
    ...named('changed', bag.changedCount, bag.changed.map(showHidden)),
    ...named('missing', bag.missingCount, bag.missing.map(showHidden)),
    ...named('added', bag.addedCount, bag.added.map(showHidden)),
    ...named('renamed', bag.renamedCount, bag.renamed.map(({ from, to }) => result.renamedTo(showHidden(from), showHidden(to)))),
    ...named('unreadable', bag.unreadableCount, bag.unreadable.map(showHidden)),
    // Last: what it notes of itself mostly follows from the files above.
    ...(bag.problems.length === 0 ? [] : [element('h3', {}, result.problemsTitle), list(bag.problems.map((problem) => result.problems[problem]))]),
    ...(bag.systemFileCount > 0 ? [element('p', { class: 'quiet' }, result.systemFiles(bag.systemFileCount))] : []),
    ...(bag.ownSha256 === null ? [element('p', {}, result.noOwn)] : [element('h3', {}, result.own), element('p', { class: 'sum', id: 'own' }, bag.ownSha256), element('p', { class: 'quiet' }, bag.isWhole ? result.ownHint : result.ownHintNotWhole), compare(bag.ownSha256)]),
    element('p', {}, result.listsOnly), element('p', { class: 'quiet' }, words.trust),
  );
}

function verdict(title: string, said: string, isWhole: boolean): HTMLElement {
  return element('div', { class: isWhole ? 'verdict' : 'verdict needs-you', role: isWhole ? 'status' : 'alert' }, element('h2', { id: 'verdict', tabindex: '-1' }, title), element('p', {}, said));
}

function named(kind: keyof typeof words.result.kinds, count: number, names: readonly string[]): HTMLElement[] {
  if (count === 0) return [];
  const { title, words: said } = words.result.kinds[kind];
  return [element('h3', {}, title(count)), element('p', { class: 'quiet' }, said), list(names), ...(count > names.length ? [element('p', {}, words.result.more(count - names.length))] : [])];
}

function list(lines: readonly string[]): HTMLElement {
  return element('ul', {}, ...lines.map((line) => element('li', {}, element('bdi', {}, line))));
}

function compare(known: string): HTMLElement {
  const field = element('input', { id: 'told', type: 'text', spellcheck: 'false', autocomplete: 'off', maxlength: '400', 'aria-describedby': 'told-hint told-said' });
  const said = element('p', { id: 'told-said', role: 'status', class: 'said' });
  const say = (isWhole: boolean): void => {
    const found = compareSum(field.value, [known]);
    said.textContent = found === 'nothing' || (found === 'not-a-sum' && !isWhole) ? '' : words.compared[found];
  };
  field.addEventListener('input', () => say(false));
  field.addEventListener('change', () => say(true));
  return element('div', { class: 'field' }, element('label', { for: 'told' }, words.compare), element('p', { id: 'told-hint', class: 'quiet' }, words.compareHint), field, said);
}
