import { useState } from 'react';
import type { BundleChecked } from '../../../shared/bag/bag-checked';
import { compareSum } from '../../../shared/bag/same-sum';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';
import { TextField } from '../../ui/text-field';
import { BagFindings } from './bag-findings';

/** What it turned out to be, its sums, and a place to compare them with one that was told by other means. */
export function CheckedBundle({ checked: { name, file, bag } }: { readonly checked: BundleChecked }) {
  const words = messages.checkBundle;
  const result = words.result;
  // A folder or archive without lists is something else: nothing is said to be missing from it.
  const isBag = bag !== null && !(bag.problems.includes('no-bagit-txt') && bag.problems.includes('no-manifest'));
  const sums = [
    ...(isBag && bag.ownSha256 !== null ? [{ name: result.own, value: <span className="hash">{bag.ownSha256}</span> }] : []),
    ...(file ? [{ name: isBag ? words.archiveSum : words.fileSum, value: <span className="hash">{file.sha256}</span> }, { name: words.size, value: sayBytes(file.sizeBytes) }] : []),
  ];
  return (
    <section className="stack" aria-labelledby="checked-name">
      <h2 id="checked-name" tabIndex={-1} data-result><bdi>{showHidden(name)}</bdi></h2>
      {isBag && <BagFindings bag={bag} />}
      {!isBag && !file && <Notice tone="needs-you" title={words.notABag(showHidden(name))} announce>{words.notABagWords}</Notice>}
      {!isBag && file && <p className="measure" role="status">{file.isPdf ? words.noBagPdf : words.noBag}</p>}
      {sums.length > 0 && <Facts facts={sums} />}
      {isBag && <p className="small quiet measure">{bag.ownSha256 === null ? result.noOwn : bag.isWhole ? result.ownHint : result.ownHintNotWhole}</p>}
      {sums.length > 0 && <CompareSum file={file?.sha256 ?? null} bag={isBag ? bag.ownSha256 : null} />}
      {isBag && <p className="measure">{result.listsOnly}</p>}
      {isBag && bag.says.length > 0 && <Folded level={3} title={words.says}><Facts facts={bag.says.map(({ label, value }) => ({ name: showHidden(label), value: <bdi>{showHidden(value)}</bdi> }))} /></Folded>}
    </section>
  );
}

/** As it is typed; said once it is whole, or once she goes on. */
function CompareSum({ file, bag }: { readonly file: string | null; readonly bag: string | null }) {
  const words = messages.checkBundle;
  const [typed, setTyped] = useState('');
  const [hasLeft, setLeft] = useState(false);
  const known = [file, bag].filter((sum) => sum !== null);
  const found = compareSum(typed, known);
  const error = found === 'another' ? words.compared.another : found === 'not-a-sum' && hasLeft ? words.compared['not-a-sum'] : null;
  const isSame = (sum: string | null): boolean => sum !== null && compareSum(typed, [sum]) === 'same';
  return (
    <div className="stack-tight">
      <TextField label={words.compare} hint={words.compareHint} value={typed} onChange={(next) => { setTyped(next); setLeft(false); }} onBlur={() => setLeft(true)} maxLength={400} error={error} />
      <p role="status" className="check-same">{found !== 'same' ? '' : known.length === 1 ? words.compared.same : isSame(bag) ? words.compared.sameBag : words.compared.sameFile}</p>
    </div>
  );
}
