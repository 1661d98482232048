import { messages } from '../../../shared/messages/en-gb';
import { emptyDeadline } from '../../../shared/model/case/deadline';
import { usePlaces } from '../../app/places';
import { CaseKindScreen } from '../../ui-record/case-entry/case-kind-screen';
import { deadlineForm } from './deadline-form';

/** Time limits, and the open one. */
export function DeadlinesScreen() {
  const { place, go } = usePlaces();
  return (
    <CaseKindScreen
      kind="deadline" form={deadlineForm} words={messages.deadlines} begins={() => emptyDeadline}
      openId={place.name === 'case' ? place.entryId ?? null : null}
      onOpen={(entryId) => go({ name: 'case', view: 'deadlines', ...(entryId === null ? {} : { entryId }) })}
    />
  );
}
