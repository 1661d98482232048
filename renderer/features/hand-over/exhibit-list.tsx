import { MapPin, PencilLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { asInRecord, type ExhibitInCopy, type ExhibitSaid } from '../../../shared/model/exhibit-said';
import type { BuiltExport } from '../../../shared/model/export';
import { labelOf } from '../../../shared/model/page-numbering';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { type Choice, inCopyOf, withInCopy } from './choice';
import { InCopyForm } from './in-copy/in-copy-form';
import { sayInCopy } from './in-copy/say-in-copy';

const shownAtOnce = 50;

export interface ExhibitListProps {
  readonly built: BuiltExport;
  readonly choice: Choice;
  /** As exhibits stood in the bundle that is gone on from. */
  readonly before: readonly ExhibitSaid[];
  readonly onChoice: (choice: Choice) => void;
  readonly onGoTo: (page: number) => void;
}

/** Every exhibit of the pages that were made, with the way to its page; each can be left out by itself, and stand otherwise in this copy: its title, its pages, their turn. */
export function ExhibitList({ built, choice, before, onChoice, onGoTo }: ExhibitListProps) {
  const [shown, setShown] = useState(shownAtOnce);
  const [changing, setChanging] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const words = messages.handOver.exhibitList;
  const inCopyWords = messages.exhibitInCopy;
  const going = built.exhibits.filter(({ kind, id }) => !choice.exhibitsOut.some((out) => out.kind === kind && out.id === id));
  if (going.length === 0) return null;

  function close(id: string): void {
    setChanging(null);
    // The hand stays on the line that was changed.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-thing="${id}"] [data-change] button`)?.focus());
  }
  return (
    <Folded level={2} title={words.title} summary={String(going.length)}>
      <div className="stack-tight">
        <p className="small quiet">{words.intro}</p>
        <p role="status" className="small">{told}</p>
        <ul ref={list} className="fact-list">
          {going.slice(0, shown).map((exhibit) => {
            const { kind, id, mark, name, page, filePages, ownPages } = exhibit;
            const called = `${mark} ${name}`;
            const inCopy: ExhibitInCopy = inCopyOf(choice, before, exhibit) ?? asInRecord;
            const says = sayInCopy(inCopy, filePages);
            return (
              <li key={`${kind} ${id}`} data-thing={id} className="stack-tight">
                <p><strong>{mark}</strong> <bdi>{name}</bdi></p>
                {says !== '' && <p className="small quiet"><bdi>{says}</bdi></p>}
                {changing === id
                  ? <InCopyForm exhibit={exhibit} inCopy={inCopy} standsOn={ownPages === null ? null : { ofFile: ownPages.ranges[0]?.from ?? 1, here: labelOf(built.numbering, ownPages.first - 1) }} onClose={() => close(id)} onKeep={(next) => { onChoice(withInCopy(choice, before, exhibit, next)); setTold(inCopyWords.kept(mark)); close(id); }} />
                  : (
                    <div className="fact-actions row">
                      {page !== null && <Button tone="quiet" icon={MapPin} aria-label={messages.bundle.showPage(called, labelOf(built.numbering, page - 1))} onPress={() => onGoTo(page)}>{messages.bundle.onPage(labelOf(built.numbering, page - 1))}</Button>}
                      <span data-change><Button tone="quiet" icon={PencilLine} aria-label={inCopyWords.changeNamed(called)} onPress={() => { setTold(''); setChanging(id); }}>{inCopyWords.change}</Button></span>
                      <Button tone="quiet" aria-label={words.leaveOutNamed(called)} onPress={() => onChoice({ ...choice, exhibitsOut: [...choice.exhibitsOut, { kind, id, name: called }] })}>{words.leaveOut}</Button>
                    </div>
                  )}
              </li>
            );
          })}
        </ul>
        {going.length > shown && <div><Button tone="quiet" onPress={() => setShown(shown + shownAtOnce)}>{messages.bundle.more(Math.min(shownAtOnce, going.length - shown))}</Button></div>}
      </div>
    </Folded>
  );
}
