import { useCallback, useEffect, useRef } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { emptyNarrative } from '../../../shared/model/case/narrative';
import type { Id } from '../../../shared/model/identity';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { CaseKindScreen } from '../../ui-record/case-entry/case-kind-screen';
import { narrativeForm } from './narrative-form';

/** Her stories; the only one opens straight. */
export function NarrativeScreen() {
  const { place, go } = usePlaces();
  const openId = place.name === 'case' ? place.entryId ?? null : null;
  const open = useCallback((entryId: Id | null) => go({ name: 'case', view: 'narrative', ...(entryId === null ? {} : { entryId }) }), [go]);
  const { value } = useAsk('case.list', { kind: 'narrative' });
  // Only on arriving: when she goes back to the list, she is left there.
  const hasArrived = useRef(openId !== null);
  useEffect(() => {
    if (value === null || hasArrived.current) return;
    hasArrived.current = true;
    const [only, ...others] = value.rows;
    if (only !== undefined && others.length === 0) open(only.id);
  }, [value, open]);
  return <CaseKindScreen kind="narrative" form={narrativeForm} words={messages.narrative} begins={() => emptyNarrative} openId={openId} onOpen={open} shape="thing" row={({ title, opening, status }) => ({ title: title || messages.narrative.untitled, detail: status === 'erased' ? null : opening.slice(0, 120) || null })} />;
}
