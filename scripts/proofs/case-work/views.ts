/** One thing that is pressed: a place of the rail, a page of a place, a button, a line of a list, or a letter typed into a field. */
export type Step =
  | { readonly press: 'place' | 'page' | 'button'; readonly name: string }
  /** `down`: how often the arrow, from the first line. */
  | { readonly press: 'line'; readonly list: string; readonly down: number }
  | { readonly press: 'letter'; readonly field: string; readonly letter: string };

/** A view: the way to it, the step that opens it, which is what is timed, and when its content stands there. `stands`: an expression for the page. */
export interface View { readonly name: string; readonly through: readonly Step[]; readonly step: Step; readonly stands: string }

const place = (name: string): Step => ({ press: 'place', name });
const at = (name: string): Step => ({ press: 'page', name });
const button = (name: string): Step => ({ press: 'button', name });
const line = (list: string, down: number): Step => ({ press: 'line', list, down });
const drawn = (selector: string): string => `document.querySelector(${JSON.stringify(selector)}) !== null`;
const lines = (list: string): string => drawn(`[role=listbox][aria-label="${list}"] [role=option]`);
const section = (title: string, within: string): string => `[...document.querySelectorAll('section')].some((one) => one.getAttribute('aria-label') === ${JSON.stringify(title)} || one.querySelector('h2')?.textContent === ${JSON.stringify(title)}) && ${drawn(within)}`;
const contacts = 'Contacts with the police and other bodies';

/** Every view of her case, in a vault with so many people. A new one is measured by being added here. */
export const viewsOf = (people: number): readonly View[] => [
  { name: 'front', through: [], step: place('Your case'), stands: lines('Next time limits') },
  { name: 'deadlines', through: [place('Your case')], step: at('Time limits'), stands: lines('Time limits, by their last day') },
  { name: 'aDeadline', through: [place('Your case'), at('Time limits')], step: line('Time limits, by their last day', 3), stands: drawn('article.incident h1') },
  { name: 'theirVersion', through: [place('Your case')], step: at('Their version'), stands: lines('What was claimed about you') },
  { name: 'aClaimBesideThoseDays', through: [place('Your case'), at('Their version')], step: line('What was claimed about you', 2), stands: drawn('article.incident ul.links li') },
  { name: 'lookUps', through: [place('Your case')], step: at('How did they know?'), stands: `${drawn('.view-tabs-page h1')} && document.querySelector('.view-tabs-page').textContent.includes('Look-up 1')` },
  { name: 'patterns', through: [place('Your case')], step: at('Patterns'), stands: `${drawn('.view-tabs-page .drawn-figure path')} && ${drawn('.view-tabs-page table td')}` },
  { name: 'narratives', through: [place('Your case')], step: at('Narrative'), stands: `document.querySelector('.view-tabs-page')?.textContent.includes('What happened') === true` },
  { name: 'gaps', through: [place('Your case')], step: at('What could still be asked for'), stands: lines('Entries with nothing attached') },
  { name: 'people', through: [], step: place('People'), stands: lines('People') },
  { name: 'peopleNarrowed', through: [place('People')], step: { press: 'letter', field: 'Find by name, number or force', letter: 'g' }, stands: `Number(document.querySelector('[role=listbox][aria-label="People"] [role=option]')?.getAttribute('aria-setsize') ?? ${people}) < ${people}` },
  { name: 'aPerson', through: [place('People')], step: line('People', 5), stands: drawn('.split-detail h1, article h1') },
  { name: 'ties', through: [place('People')], step: at('Who knows whom'), stands: lines('Ties between people') },
  { name: 'aTie', through: [place('People'), at('Who knows whom')], step: line('Ties between people', 3), stands: drawn('article.incident h1') },
  { name: 'map', through: [place('People')], step: at('Map'), stands: `${drawn('[role=listbox][aria-label="People on the map"] svg [role=option] text')} && ${drawn('table td')}` },
  { name: 'contacts', through: [], step: place('Police & agencies'), stands: lines(contacts) },
  { name: 'aContactToldAndHappened', through: [place('Police & agencies')], step: line(contacts, 4), stands: section('Told, and what happened', '.story-step') },
  { name: 'aContactBeingAmended', through: [place('Police & agencies'), line(contacts, 4)], step: button('Amend'), stands: drawn('article.incident .incident-end') },
  { name: 'disclosures', through: [place('Police & agencies')], step: at('Replies and disclosures'), stands: lines('Replies and disclosures') },
  { name: 'aListHeldAgainst', through: [place('Police & agencies'), at('Replies and disclosures')], step: line('Replies and disclosures', 0), stands: drawn('.held .held-things li') },
  { name: 'chronology', through: [], step: place('Chronology'), stands: lines('Chronology') },
  { name: 'handOver', through: [], step: place('Hand over'), stands: drawn('.entry-table [role=row][data-index]') },
];

/** Where nothing of the record stands: from here each view is opened. */
export const nowhere: Step = place('Settings');
