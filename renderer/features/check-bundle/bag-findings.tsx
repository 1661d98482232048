import type { BagChecked } from '../../../shared/bag/bag-checked';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Notice } from '../../ui/notice';
import { sayBytes } from '../../ui/say-bytes';

/** Whether a bag is as its lists say, and every file that is not, by name. `announce`: it is the whole of what was found. */
export function BagFindings({ bag, announce }: { readonly bag: BagChecked; readonly announce: boolean }) {
  const words = messages.checkBundle.result;
  const renamed = bag.renamed.map(({ from, to }) => words.renamedTo(showHidden(from), showHidden(to)));
  return (
    <>
      {bag.isWhole
        ? <Notice announce={announce} title={words.whole}>{words.wholeWords(bag.listedCount, sayBytes(bag.checkedBytes))}</Notice>
        : <Notice tone="needs-you" announce={announce} title={words.notWhole}>{words.notWholeWords}</Notice>}
      <Named kind="changed" count={bag.changedCount} names={bag.changed.map(showHidden)} />
      <Named kind="missing" count={bag.missingCount} names={bag.missing.map(showHidden)} />
      <Named kind="added" count={bag.addedCount} names={bag.added.map(showHidden)} />
      <Named kind="renamed" count={bag.renamedCount} names={renamed} />
      <Named kind="unreadable" count={bag.unreadableCount} names={bag.unreadable.map(showHidden)} />
      {/* Last: what it notes of itself mostly follows from the files above. */}
      {bag.problems.length > 0 && (
        <div className="stack-tight"><h3>{words.problemsTitle}</h3><ul className="check-names">{bag.problems.map((problem) => <li key={problem}>{words.problems[problem]}</li>)}</ul></div>
      )}
      {bag.systemFileCount > 0 && <p className="small quiet">{words.systemFiles(bag.systemFileCount)}</p>}
    </>
  );
}

function Named({ kind, count, names }: { readonly kind: keyof typeof messages.checkBundle.result.kinds; readonly count: number; readonly names: readonly string[] }) {
  if (count === 0) return null;
  const words = messages.checkBundle.result;
  return (
    <div className="stack-tight">
      <h3>{words.kinds[kind].title(count)}</h3>
      <p className="small quiet">{words.kinds[kind].words}</p>
      <ul className="check-names">{names.map((name) => <li key={name}><bdi>{name}</bdi></li>)}</ul>
      {count > names.length && <p className="small">{words.more(count - names.length)}</p>}
    </div>
  );
}
