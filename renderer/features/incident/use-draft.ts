import { useCallback } from 'react';
import type { Incident, IncidentContent } from '../../../shared/model/incident';
import { ask } from '../../app/bridge';
import { type KeptWords, useKeptWords } from '../../ui-record/entry/use-kept-words';

export type Draft = KeptWords<IncidentContent>;

/** The words of an incident being written, for its draft or for an amendment. */
export function useDraft(incident: Incident, kind: 'draft' | 'amendment'): Draft {
  const { id } = incident;
  const save = useCallback((content: IncidentContent) => ask(kind === 'draft' ? 'incidents.saveDraft' : 'incidents.saveAmendmentDraft', { id, content }), [id, kind]);
  return useKeptWords(() => (kind === 'amendment' ? incident.pendingAmendment ?? incident.content : incident.content), save);
}
