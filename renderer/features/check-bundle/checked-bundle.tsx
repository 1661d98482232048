import type { BagFound, BundleChecked } from '../../../shared/bag/bag-checked';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';
import { BagFindings } from './bag-findings';
import { CompareSum, type KnownSum } from './compare-sum';

/** What it turned out to be, each bag in it by name, their sums, and a place to compare them with one that was told by other means. */
export function CheckedBundle({ checked }: { readonly checked: BundleChecked }) {
  const words = messages.checkBundle;
  const { name, file, bags, beside, besideCount } = checked;
  const shown = showHidden(name);
  const [only] = bags.length === 1 ? bags : [];
  const spoiled = bags.filter(({ bag }) => !bag.isWhole);
  const known = sumsOf(checked);
  return (
    <section className="stack" aria-labelledby="checked-name">
      <h2 id="checked-name" tabIndex={-1} data-result><bdi>{shown}</bdi></h2>
      {bags.length > 1 && (
        <Notice tone={spoiled.length === 0 ? 'plain' : 'needs-you'} announce title={words.result.several(bags.length, shown)}>
          {spoiled.length === 0 ? words.result.severalWhole : words.result.severalNotWhole(spoiled.length, bags.length)}
        </Notice>
      )}
      {only && only.at !== '' && !file && <p className="measure">{words.result.bagIsAt(showHidden(only.at))}</p>}
      {bags.length === 0 && !file && <Notice tone="needs-you" title={words.notABag(shown)} announce>{words.notABagWords}</Notice>}
      {checked.zipsInZip > 0 && <Notice tone="needs-you" title={words.zipsInZip(checked.zipsInZip)} announce>{words.zipsInZipWords}</Notice>}
      {bags.length === 0 && file && checked.zipsInZip === 0 && <p className="measure" role="status">{file.isPdf ? words.noBagPdf : words.noBag}</p>}
      {only && <OneBag found={only} announce />}
      {file && <Facts facts={[{ name: bags.length > 0 ? words.archiveSum : words.fileSum, value: <span className="hash">{file.sha256}</span> }, { name: words.size, value: sayBytes(file.sizeBytes) }]} />}
      {!only && [...spoiled, ...bags.filter(({ bag }) => bag.isWhole)].map((found) => (
        <section className="stack check-one" key={found.at} aria-label={showHidden(found.at)}>
          <h2><bdi>{showHidden(found.at)}</bdi></h2>
          <OneBag found={found} announce={false} />
        </section>
      ))}
      {besideCount > 0 && (
        <Folded level={3} title={words.result.besideTitle(besideCount)}>
          <p className="small quiet">{words.result.besideWords}</p>
          <ul className="check-names">{beside.map((path) => <li key={path}><bdi>{showHidden(path)}</bdi></li>)}</ul>
          {besideCount > beside.length && <p className="small">{words.result.more(besideCount - beside.length)}</p>}
        </Folded>
      )}
      {known.length > 0 && <CompareSum known={known} />}
      {bags.length > 0 && <p className="measure">{words.result.listsOnly}</p>}
    </section>
  );
}

function OneBag({ found: { bag, archive }, announce }: { readonly found: BagFound; readonly announce: boolean }) {
  const words = messages.checkBundle;
  const result = words.result;
  const sums = [
    ...(bag.ownSha256 === null ? [] : [{ name: result.own, value: <span className="hash">{bag.ownSha256}</span> }]),
    ...(archive ? [{ name: words.archiveSum, value: <span className="hash">{archive.sha256}</span> }, { name: words.size, value: sayBytes(archive.sizeBytes) }] : []),
  ];
  return (
    <>
      <BagFindings bag={bag} announce={announce} />
      {sums.length > 0 && <Facts facts={sums} />}
      <p className="small quiet measure">{bag.ownSha256 === null ? result.noOwn : bag.isWhole ? result.ownHint : result.ownHintNotWhole}</p>
      {bag.says.length > 0 && <Folded level={3} title={words.says}><Facts facts={bag.says.map(({ label, value }) => ({ name: showHidden(label), value: <bdi>{showHidden(value)}</bdi> }))} /></Folded>}
    </>
  );
}

/** Every sum that may have been told of it, and what each stands for. Bags alike in every byte share one, and are all named. */
function sumsOf({ file, bags }: BundleChecked): KnownSum[] {
  const words = messages.checkBundle.compared;
  const owns = new Map<string, string[]>();
  const archives = new Map<string, string[]>();
  const note = (into: Map<string, string[]>, sum: string, at: string): unknown => into.set(sum, [...new Set([...(into.get(sum) ?? []), `“${showHidden(at)}”`])]);
  for (const { at, archive, bag } of bags) {
    if (bag.ownSha256 !== null) note(owns, bag.ownSha256, at);
    if (archive) note(archives, archive.sha256, at);
  }
  const isOne = bags.length <= 1;
  const known = [
    ...[...owns].map(([sum, at]) => ({ sum, said: isOne ? words.sameBag : words.sameOwnOf(at.join(', ')) })),
    ...[...archives].map(([sum, at]) => ({ sum, said: words.sameFileOf(at.join(', ')) })),
    ...(file ? [{ sum: file.sha256, said: words.sameFile }] : []),
  ];
  const [alone] = known.length === 1 && isOne ? known : [];
  return alone ? [{ ...alone, said: words.same }] : known;
}
