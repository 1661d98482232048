import { useEffect, useState } from 'react';
import { Search } from 'lucide-react';
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import type { SearchHit } from '../../shared/model/search';
import { sayDay } from '../../shared/layouts/say';
import { messages } from '../../shared/messages/en-gb';
import { FoundText } from '../ui/found-text';
import { type Command, useAllCommands } from './commands';
import { placeOfHit } from './place-of-hit';
import { usePlaces } from './places';
import { railPlaces } from './rail';
import { screens } from './screens';
import { useAsk } from './use-ask';
import './palette.css';

const keyOfHit = ({ subject, id, page }: SearchHit): string => `${subject}-${id}-${page ?? ''}`;

const fits = (label: string, typed: string): boolean => label.toLocaleLowerCase('en-GB').includes(typed.trim().toLocaleLowerCase('en-GB'));

/** What she began to type the name of comes before what the record holds, and stays there when that arrives: Enter never changes its meaning under her finger. */
const begins = (label: string, typed: string): boolean => typed.trim().length > 1 && label.toLocaleLowerCase('en-GB').startsWith(typed.trim().toLocaleLowerCase('en-GB'));

const sayDayOf = ({ day }: SearchHit): string => (day === '' ? messages.finding.undated : sayDay(day));

function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => { const timer = setTimeout(() => setSettled(text), ms); return () => clearTimeout(timer); }, [text, ms]);
  return settled;
}

/** Ctrl/Cmd K: finds anything and does anything. Closing it forgets what was typed. */
export function Palette({ isOpen, onClose, own }: { isOpen: boolean; onClose: () => void; own: readonly Command[] }) {
  return (
    <ModalOverlay className="palette-veil" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable>
      <Modal className="palette"><Dialog aria-label={messages.app.find} className="palette-dialog"><div className="palette-body" onKeyDownCapture={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } }}><PaletteBody onClose={onClose} own={own} /></div></Dialog></Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ onClose, own }: { onClose: () => void; own: readonly Command[] }) {
  const [typed, setTyped] = useState('');
  const { go } = usePlaces();
  const query = useSettled(typed.trim(), 120);
  const found = useAsk('search.find', query ? { text: query, offset: 0, limit: 8 } : null);
  const all = [...useAllCommands(), ...own];
  const best = all.filter(({ label }) => begins(label, typed));
  const bestPlaces = railPlaces.filter(({ place }) => begins(messages.app.places[place.name], typed));
  const commands = all.filter((command) => fits(command.label, typed) && !best.includes(command));
  const places = railPlaces.filter((one) => fits(messages.app.places[one.place.name], typed) && !bestPlaces.includes(one));
  const hits = typed.trim() ? found.value?.hits ?? [] : [];
  const act = (run: () => void) => () => { onClose(); run(); };
  const drawCommand = ({ id, label, icon: Icon, keys, run }: Command) => (
    <MenuItem key={id} id={`do-${id}`} textValue={label} className="palette-item" onAction={act(run)}>
      <span className="palette-label palette-do">{Icon && <Icon size="1.125em" strokeWidth={1.75} aria-hidden />}<span className="palette-name">{label}</span>{keys && <span className="palette-keys">{keys}</span>}</span>
    </MenuItem>
  );
  const drawPlace = ({ place, icon: Icon }: (typeof railPlaces)[number]) => (
    <MenuItem key={place.name} id={`place-${place.name}`} textValue={messages.app.places[place.name]} className="palette-item" onAction={act(() => go(place))}>
      <span className="palette-label palette-do"><Icon size="1.125em" strokeWidth={1.75} aria-hidden /><span className="palette-name">{messages.app.places[place.name]}</span></span>
    </MenuItem>
  );
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={messages.app.find} autoFocus className="palette-field"><Search size="1.25em" strokeWidth={1.75} aria-hidden /><Input className="palette-input" placeholder={messages.app.findPlaceholder} dir="auto" spellCheck={false} /></SearchField>
      <Menu aria-label={messages.app.find} className="palette-list" renderEmptyState={() => <p className="palette-none">{messages.app.findNothing}</p>}>
        {best.length + bestPlaces.length > 0 && (
          <MenuSection>
            <Header className="palette-head">{messages.app.findBest}</Header>
            {best.map(drawCommand)}
            {bestPlaces.map(drawPlace)}
          </MenuSection>
        )}
        {hits.length > 0 && (
          <MenuSection>
            <Header className="palette-head">{messages.app.findRecord}</Header>
            {hits.map((hit) => (
              <MenuItem key={keyOfHit(hit)} id={keyOfHit(hit)} textValue={hit.title || hit.snippet} className="palette-item" onAction={act(() => go(placeOfHit(hit, query)))}>
                <span className="palette-label"><span className="palette-title" dir="auto">{hit.title || sayDayOf(hit)}</span><span className="palette-kind">{messages.app.subjects[hit.subject]}{hit.title && hit.day && ` · ${sayDayOf(hit)}`}</span></span>
                <span className="palette-snippet"><FoundText text={hit.snippet} marks={hit.marks} /></span>
              </MenuItem>
            ))}
            {screens.search && <MenuItem id="find-all" textValue={query} className="palette-item" onAction={act(() => go({ name: 'search', text: typed.trim() }))}><span>{messages.app.findAll(typed.trim())}</span></MenuItem>}
          </MenuSection>
        )}
        {commands.length > 0 && (
          <MenuSection>
            <Header className="palette-head">{messages.app.findActions}</Header>
            {commands.map(drawCommand)}
          </MenuSection>
        )}
        {places.length > 0 && (
          <MenuSection>
            <Header className="palette-head">{messages.app.findPlaces}</Header>
            {places.map(drawPlace)}
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}
