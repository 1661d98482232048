import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Incident, IncidentContent } from '../../../shared/model/incident';
import { keepBeforeLock } from '../../app/before-lock';
import { ask } from '../../app/bridge';
import { DraftKeeper, type KeepState } from '../../ui-record/entry/draft-keeper';

export interface Draft {
  content: IncidentContent;
  change: (part: Partial<IncidentContent>) => void;
  state: KeepState;
  flush: () => Promise<void>;
  forget: () => void;
}

/** The words being written, for a draft or for an amendment, and their keeper. Leaving the page saves what is left. */
export function useDraft(incident: Incident, kind: 'draft' | 'amendment'): Draft {
  const [content, setContent] = useState<IncidentContent>(() => (kind === 'amendment' ? incident.pendingAmendment ?? incident.content : incident.content));
  const keeper = useMemo(
    () => new DraftKeeper<IncidentContent>((words) => ask(kind === 'draft' ? 'incidents.saveDraft' : 'incidents.saveAmendmentDraft', { id: incident.id, content: words })),
    [incident.id, kind],
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.read);
  useEffect(() => {
    const release = keepBeforeLock(() => keeper.sendNow());
    return () => { release(); void keeper.flush(); };
  }, [keeper]);
  const newest = useRef(content);
  const change = useCallback((part: Partial<IncidentContent>) => {
    newest.current = { ...newest.current, ...part };
    setContent(newest.current);
    keeper.change(newest.current);
  }, [keeper]);
  return { content, change, state, flush: useCallback(() => keeper.flush(), [keeper]), forget: useCallback(() => keeper.forget(), [keeper]) };
}
