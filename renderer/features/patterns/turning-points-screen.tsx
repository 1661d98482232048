import { messages } from '../../../shared/messages/en-gb';
import { emptyTurningPoint } from '../../../shared/model/case/turning-point';
import { usePlaces } from '../../app/places';
import { CaseKindScreen } from '../../ui-record/case-entry/case-kind-screen';
import { turningPointForm } from './turning-point-form';

/** Days on which something changed: a list, and the open one. */
export function TurningPointsScreen() {
  const { place, go } = usePlaces();
  return (
    <CaseKindScreen
      kind="turning-point" form={turningPointForm} words={messages.patterns.turningPoints} begins={() => emptyTurningPoint}
      openId={place.name === 'case' ? place.entryId ?? null : null} onOpen={(entryId) => go({ name: 'case', view: 'patterns', part: 'turning-points', ...(entryId === null ? {} : { entryId }) })}
    />
  );
}
