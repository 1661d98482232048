import { useMemo } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { emptyTie } from '../../../shared/model/case/tie';
import { tieLabels } from '../../../shared/picklists';
import type { TieKind } from '../../../shared/model/case/tie';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { CaseKindScreen } from '../../ui-record/case-entry/case-kind-screen';
import { tieForm } from './tie-form';

/** Who knows whom: a list of ties and the open one. */
export function TiesScreen() {
  const { place, go } = usePlaces();
  const people = useAsk('people.list', {}).value?.people;
  const form = useMemo(() => tieForm(people ?? []), [people]);
  return (
    <CaseKindScreen
      kind="tie" form={form} words={messages.ties} begins={() => emptyTie}
      openId={place.name === 'people' ? place.entryId ?? null : null}
      onOpen={(entryId) => go({ name: 'people', view: 'ties', ...(entryId === null ? {} : { entryId }) })}
      row={({ title, form: kind }) => ({ title: title || messages.incident.empty, detail: kind in tieLabels ? tieLabels[kind as TieKind].label : null })}
    />
  );
}
