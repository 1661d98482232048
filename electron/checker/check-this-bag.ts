import { checkBag } from '../../shared/bag/check-bag';
import { filesBeside, findBags, namedBeside } from '../../shared/bag/find-bags';
import { bagChecker as words } from '../../shared/messages/en-gb/bag-checker';
import { element } from './element';
import { FilesToCheck, Stopped } from './files-to-check';
import { filesOfDrop, filesOfInput, type FolderFile } from './read-folder';
import { type NamedBag, resultOf } from './show-result';

/** The whole page is made here: it is one file, and its content policy lets nothing else in. */
const input = element('input', { id: 'folder', type: 'file', webkitdirectory: '', class: 'folder-input' });
const place = element('div', { id: 'result' });
const chooser = element('div', { class: 'field' }, element('label', { for: 'folder' }, words.choose), element('p', { class: 'quiet', id: 'folder-hint' }, words.chooseHint), input, element('p', { class: 'quiet' }, words.drop));
input.setAttribute('aria-describedby', 'folder-hint');
document.title = words.title;
document.body.append(element('main', {}, element('h1', {}, words.title), element('p', {}, words.lead), chooser, place));

let running = 0;

async function check(files: readonly FolderFile[]): Promise<void> {
  if (files.length === 0) return;
  running += 1;
  const mine = running;
  const bar = element('progress', { max: '1', value: '0', 'aria-label': words.working });
  const figure = element('p', { role: 'status', class: 'quiet' }, words.working);
  const stop = element('button', { type: 'button' }, words.stop);
  stop.addEventListener('click', () => (running += 1));
  place.replaceChildren(bar, figure, stop);
  const mb = (bytes: number): string => (bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  const folder = files[0]?.path.split('/')[0] ?? '';
  const paths = files.map(({ path }) => path);
  const roots = findBags(paths);
  const reading = new FilesToCheck(files.filter(({ path }) => roots.some((root) => path.startsWith(root))), () => running !== mine, (done, total) => {
    bar.value = total === 0 ? 0 : Math.min(1, done / total);
    figure.textContent = words.reading(mb(Math.min(done, total)), mb(total));
  });
  try {
    const bags: NamedBag[] = [];
    for (const root of roots) bags.push({ at: root.replace(/\/$/u, ''), bag: await checkBag(reading, root) });
    if (running !== mine) return;
    place.replaceChildren(resultOf(folder, bags, namedBeside(filesBeside(paths, roots))));
    document.getElementById('verdict')?.focus();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    place.replaceChildren(element('p', { role: 'status' }, words.stopped));
  }
}

input.addEventListener('change', () => void check(filesOfInput(input)));
// The same folder again, after something in it was put right.
input.addEventListener('click', () => (input.value = ''));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer === null) return;
  void filesOfDrop(event.dataTransfer.items).then((files) => {
    if (files !== null && files.length > 0) return check(files);
    place.replaceChildren(element('p', { role: 'alert' }, words.dropRefused));
    input.focus();
    return undefined;
  });
});
