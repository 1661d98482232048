import { useRef, useState } from 'react';
import { ArrowDown, ArrowUp, MapPin } from 'lucide-react';
import type { BundleSectionName, StandsIn } from '../../../../shared/model/bundle';
import type { BuiltExport } from '../../../../shared/model/export';
import { labelOf } from '../../../../shared/model/page-numbering';
import { messages } from '../../../../shared/messages/en-gb';
import { pagesBundle } from '../../../../shared/messages/en-gb/pages-bundle';
import { bundleProfiles } from '../../../../shared/outputs/bundle/profiles';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { asTheyWillStand, type BundleAsked, movedBy, placedIn } from './bundle-asked';

const shownAtOnce = 50;

/** Every document of a bundle that was made, as it will stand, with its section and its place in it to change and the way to its page. */
export function SectionList({ built, asked, onAsked, onGoTo }: { readonly built: BuiltExport; readonly asked: BundleAsked; readonly onAsked: (asked: BundleAsked) => void; readonly onGoTo: (page: number) => void }) {
  const [shown, setShown] = useState(shownAtOnce);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const words = messages.bundle;
  if (built.bundle === null || built.bundle.exhibits.length === 0) return null;
  const { profile, exhibits } = built.bundle;
  const names = pagesBundle.sections[profile];
  const options = bundleProfiles[profile].sections.map((section) => ({ value: section, label: names[section] }));
  // What was handed over is cited by its pages: nothing moves any more.
  const isFixed = asked.continues !== null;
  const standing = isFixed ? exhibits : asTheyWillStand(asked, exhibits);
  const nameOf = (section: StandsIn): string => (section === 'late' ? pagesBundle.late : names[section]);

  function place({ kind, id, mark, name }: typeof exhibits[number], section: BundleSectionName): void {
    onAsked(placedIn(asked, { kind, id, section }));
    setSaid(words.placed(`${mark} ${name}`, names[section]));
  }
  function move({ id, mark, name }: typeof exhibits[number], by: -1 | 1): void {
    const next = movedBy(asked, exhibits, id, by);
    setSaid(next === asked ? words.cannotMove(`${mark} ${name}`) : words.movedTo(`${mark} ${name}`, by === -1));
    onAsked(next);
    // The line stands elsewhere now; the hand stays on it.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-thing="${id}"] [data-by="${by}"] button`)?.focus());
  }
  return (
    <section className="stack-tight" aria-label={words.standsTitle}>
      <h2>{words.standsTitle}</h2>
      <p className="small quiet">{isFixed ? words.standsFixed : words.standsIntro}</p>
      <p role="status" className="small">{said}</p>
      <ul ref={list} className="fact-list">
        {standing.slice(0, shown).map((exhibit) => {
          const label = labelOf(built.numbering, exhibit.page - 1);
          const name = `${exhibit.mark} ${exhibit.name}`;
          return (
            <li key={exhibit.id} data-thing={exhibit.id} className="stack-tight">
              <p><strong>{exhibit.mark}</strong> <bdi>{exhibit.name}</bdi></p>
              {isFixed || exhibit.section === 'late' ? <p className="small">{nameOf(exhibit.section)}</p>
                : <Select label={words.sectionOf(name)} hideLabel options={options} value={exhibit.section} onChange={(section) => place(exhibit, section)} />}
              <div className="fact-actions row">
                <Button tone="quiet" icon={MapPin} aria-label={words.showPage(name, label)} onPress={() => onGoTo(exhibit.page)}>{words.onPage(label)}</Button>
                {!isFixed && <span data-by="-1"><Button tone="quiet" icon={ArrowUp} aria-label={words.earlierNamed(name)} onPress={() => move(exhibit, -1)}>{words.earlier}</Button></span>}
                {!isFixed && <span data-by="1"><Button tone="quiet" icon={ArrowDown} aria-label={words.laterNamed(name)} onPress={() => move(exhibit, 1)}>{words.later}</Button></span>}
              </div>
            </li>
          );
        })}
      </ul>
      {exhibits.length > shown && <Button tone="quiet" onPress={() => setShown(shown + shownAtOnce)}>{words.more(Math.min(shownAtOnce, exhibits.length - shown))}</Button>}
    </section>
  );
}
