import { useEffect, useRef, useState } from 'react';
import type { EventPayload } from '../../../shared/contract/events';
import type { ReadingsState } from '../../../shared/contract/reading-calls';
import { listen } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';

type Ended = NonNullable<EventPayload<'readings'>['ended']>;

/** What the reading queue does, kept up to date; null until that is known. `onEnded`: a step of a document has ended. */
export function useReadings(onEnded?: (ended: Ended) => void): ReadingsState | null {
  const asked = useAsk('readings.state', {}).value;
  const [told, setTold] = useState<ReadingsState | null>(null);
  const hear = useRef(onEnded);
  hear.current = onEnded;
  useEffect(() => listen('readings', ({ state, ended }) => {
    setTold(state);
    if (ended !== null) hear.current?.(ended);
  }), []);
  return told ?? asked;
}
