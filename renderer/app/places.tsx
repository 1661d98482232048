import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Id } from '../../shared/model/identity';

/** Where she is. Only in memory: nothing of it is in an address, a title or a history that outlives the window. */
export type Place =
  | { name: 'chronology'; open?: { subject: 'incident' | 'document' | 'excerpt'; id: Id } }
  | { name: 'messages'; conversationId?: Id; ordinal?: number }
  | { name: 'documents'; documentId?: Id }
  | { name: 'inbox' }
  | { name: 'people'; personId?: Id }
  | { name: 'police' }
  | { name: 'hand-over' }
  | { name: 'vault' }
  | { name: 'settings' }
  | { name: 'search'; text: string };
export type PlaceName = Place['name'];

export interface Places {
  place: Place;
  go: (to: Place) => void;
  /** To where she was before, if anywhere. */
  goBack: () => void;
  canGoBack: boolean;
}

const Context = createContext<Places | null>(null);

export function PlacesProvider({ start, children }: { start: Place; children: ReactNode }) {
  const [trail, setTrail] = useState<Place[]>([start]);
  const length = useRef(1);
  length.current = trail.length;
  const go = useCallback((to: Place) => setTrail((before) => (JSON.stringify(before[before.length - 1]) === JSON.stringify(to) ? before : [...before.slice(-50), to])), []);
  const goBack = useCallback(() => setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before)), []);
  const value = useMemo<Places>(() => ({ place: trail[trail.length - 1] ?? start, go, goBack, canGoBack: trail.length > 1 }), [trail, go, goBack, start]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function usePlaces(): Places {
  const places = useContext(Context);
  if (!places) throw new Error('outside PlacesProvider');
  return places;
}
