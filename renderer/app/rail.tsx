import { BookOpenText, Briefcase, FileText, FolderOutput, Inbox, type LucideIcon, Mail, MapPin, MessagesSquare, PenLine, Scale, Search, Settings, Users, Vault } from 'lucide-react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import type { Place, PlaceName } from './places';
import { usePlaces } from './places';
import { screens } from './screens';
import './rail.css';

/** The order of the work. */
const order: readonly { place: Place; icon: LucideIcon }[] = [
  { place: { name: 'chronology' }, icon: BookOpenText },
  { place: { name: 'messages' }, icon: MessagesSquare },
  { place: { name: 'mail' }, icon: Mail },
  { place: { name: 'documents' }, icon: FileText },
  { place: { name: 'locations' }, icon: MapPin },
  { place: { name: 'inbox' }, icon: Inbox },
  { place: { name: 'people' }, icon: Users },
  { place: { name: 'police' }, icon: Scale },
  { place: { name: 'case', view: 'front' }, icon: Briefcase },
  { place: { name: 'hand-over' }, icon: FolderOutput },
  { place: { name: 'vault' }, icon: Vault },
  { place: { name: 'settings' }, icon: Settings },
];
export const railPlaces = order.filter(({ place }) => screens[place.name]);

export function Rail({ keys, onWrite, onFind }: { keys: { writeNow: string; find: string }; onWrite: () => void; onFind: () => void }) {
  const { place, go } = usePlaces();
  const here: PlaceName = place.name;
  return (
    <>
      <nav className="rail" aria-label={messages.app.railLabel}>
        <div className="rail-do">
          <Button icon={PenLine} onPress={onWrite} aria-keyshortcuts="Control+N Meta+N">{messages.app.writeNow}<span className="rail-key">{keys.writeNow}</span></Button>
          <Button tone="quiet" icon={Search} onPress={onFind} aria-keyshortcuts="Control+K Meta+K">{messages.app.places.search}<span className="rail-key">{keys.find}</span></Button>
        </div>
        <ul className="rail-places">
          {railPlaces.map(({ place: to, icon: Icon }) => (
            <li key={to.name}>
              <button type="button" className="rail-place" aria-current={here === to.name ? 'page' : undefined} onClick={() => go(to)}>
                <Icon size="1.25em" strokeWidth={1.6} aria-hidden /><span>{messages.app.places[to.name]}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="rail-small">
        <Menu label={messages.app.places[here]} actions={railPlaces.map(({ place: to, icon }) => ({ id: to.name, label: messages.app.places[to.name], icon, onAction: () => go(to) }))} />
        <Button tone="quiet" icon={PenLine} onPress={onWrite}>{messages.app.writeNow}</Button>
        <Button tone="quiet" icon={Search} onPress={onFind}>{messages.app.places.search}</Button>
      </div>
    </>
  );
}
