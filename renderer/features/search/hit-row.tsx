import { Bookmark, BookmarkX, Link2 } from 'lucide-react';
import { sayDay } from '../../../shared/layouts/say';
import { messages } from '../../../shared/messages/en-gb';
import type { SearchHit } from '../../../shared/model/search';
import { FoundText } from '../../ui/found-text';
import { Menu, type MenuAction } from '../../ui/menu';

const sayDayOf = ({ day }: SearchHit): string => (day === '' ? messages.finding.undated : sayDay(day));

export interface HitRowProps {
  hit: SearchHit;
  isAside: boolean;
  onOpen: () => void;
  /** None: nothing can be changed here, or there is nothing to do with such a thing. */
  onLink: (() => void) | null;
  onAside: (() => void) | null;
}

/** One found thing: a press opens it where it stands; beside it what else can be done with it. */
export function HitRow({ hit, isAside, onOpen, onLink, onAside }: HitRowProps) {
  const words = messages.finding;
  const name = hit.title || sayDayOf(hit);
  const notes = [hit.page === null ? '' : words.page(hit.page), hit.isMachineRead ? words.machineRead : '', isAside ? words.actions.isAside : '', hit.title === '' ? '' : sayDayOf(hit)].filter((note) => note !== '');
  const actions: MenuAction[] = [
    ...(onLink === null ? [] : [{ id: 'link', label: words.actions.link, icon: Link2, onAction: onLink }]),
    ...(onAside === null ? [] : [{ id: 'aside', label: isAside ? words.actions.takeBack : words.actions.aside, icon: isAside ? BookmarkX : Bookmark, onAction: onAside }]),
  ];
  return (
    <li className="hit-line">
      <button type="button" className="hit" onClick={onOpen}>
        <span className="hit-head"><span className="hit-title" dir="auto">{name}</span><span className="small quiet">{notes.join(' · ')}</span></span>
        {hit.snippet !== '' && <span className="hit-snippet"><FoundText text={hit.snippet} marks={hit.marks} /></span>}
      </button>
      {actions.length > 0 && <Menu label={words.actions.more} tone="quiet" actions={actions} />}
    </li>
  );
}
