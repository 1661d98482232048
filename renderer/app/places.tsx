import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Id } from '../../shared/model/identity';
import { useLeaving } from './ask-before-leaving';

/** Where she is. Only in memory: nothing of it is in an address, a title or a history that outlives the window. */
export type Place =
  /** Where every opening ends: nothing of the record is on it. */
  | { name: 'start' }
  /** `personId`: narrowed to the entries in which somebody appears; `period`: to inclusive days. */
  | { name: 'chronology'; open?: { subject: 'incident' | 'document' | 'excerpt'; id: Id }; personId?: Id; period?: { fromDay: string; toDay: string } }
  /** `find`: what is looked for, and marked there. `page`: of the document, counted from 1. */
  | { name: 'messages'; conversationId?: Id; ordinal?: number; find?: string }
  | { name: 'documents'; documentId?: Id; page?: number; find?: string }
  | { name: 'mail'; mailId?: Id; find?: string }
  | { name: 'locations'; day?: string }
  | { name: 'inbox' }
  /** `view`: the list where none is named. */
  | { name: 'people'; view?: 'ties' | 'map'; personId?: Id; entryId?: Id }
  | { name: 'police'; view?: 'contacts' | 'disclosures'; entryId?: Id }
  /** `draftFrom`: at the look-ups, the drafts made from these to begin with. `part`: of the patterns. `elementId`: of what the law asks for (shared/picklists/conduct-elements.ts). */
  | { name: 'case'; view: CaseView; part?: PatternsPart; entryId?: Id; elementId?: string; draftFrom?: readonly Id[] }
  | { name: 'hand-over' }
  | { name: 'vault' }
  | { name: 'settings' }
  | { name: 'search'; text: string };
export type PlaceName = Place['name'];
/** The pages of her case. `front`: what matters now. */
export type CaseView = 'front' | 'deadlines' | 'counter-allegations' | 'look-ups' | 'patterns' | 'gaps' | 'narrative';

/** The pages of her patterns. */
export type PatternsPart = 'over-time' | 'before-after' | 'turning-points' | 'conduct';

export interface Places {
  place: Place;
  go: (to: Place) => void;
  /** To where she was before, if anywhere. */
  goBack: () => void;
  /** The place of another kind from which the open thing was reached, such as the entry that a document is linked to; else null. */
  cameFrom: PlaceName | null;
}

/** Whether one thing is open there, not only the place. */
function holdsThing(place: Place): boolean {
  switch (place.name) {
    case 'chronology': return place.open !== undefined || place.personId !== undefined || place.period !== undefined;
    case 'messages': return place.conversationId !== undefined;
    case 'documents': return place.documentId !== undefined;
    case 'mail': return place.mailId !== undefined;
    case 'people': return place.personId !== undefined || place.entryId !== undefined;
    case 'police': return place.entryId !== undefined;
    case 'case': return place.entryId !== undefined || place.draftFrom !== undefined || place.elementId !== undefined || place.view === 'patterns';
    default: return false;
  }
}

const Context = createContext<Places | null>(null);

export function PlacesProvider({ start, children }: { start: Place; children: ReactNode }) {
  const [trail, setTrail] = useState<Place[]>([start]);
  const { leave, dialog } = useLeaving();
  const now = JSON.stringify(trail[trail.length - 1]);
  const go = useCallback((to: Place) => { if (JSON.stringify(to) !== now) leave(() => setTrail((before) => [...before.slice(-50), to])); }, [leave, now]);
  const canGoBack = trail.length > 1;
  const goBack = useCallback(() => { if (canGoBack) leave(() => setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before))); }, [leave, canGoBack]);
  const value = useMemo<Places>(() => {
    const place = trail[trail.length - 1] ?? start;
    const before = trail[trail.length - 2];
    const isReached = before !== undefined && before.name !== place.name && holdsThing(place) && (holdsThing(before) || before.name === 'search' || before.name === 'chronology' || before.name === 'inbox' || before.name === 'hand-over');
    return { place, go, goBack, cameFrom: isReached ? before.name : null };
  }, [trail, go, goBack, start]);
  return <Context.Provider value={value}>{children}{dialog}</Context.Provider>;
}

export function usePlaces(): Places {
  const places = useContext(Context);
  if (!places) throw new Error('outside PlacesProvider');
  return places;
}
