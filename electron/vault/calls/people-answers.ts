import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { listedConflicts, shownConflicts } from '../record/case/conflict-map';
import { listPeople } from '../record/people/people';
import { addPerson, amendPerson } from '../record/people/people-changes';
import { halfWrittenPerson, saveHalfWrittenPerson } from '../record/people/half-written';
import { erasePerson } from '../record/people/people-erased';
import { keepPeopleApart, likelyDoubles, mergePeople, partPerson } from '../record/people/people-merged';
import type { RecordContext } from '../record/record-context';

type PeopleCallName = Extract<CallNameAt<'vault'>, `people.${string}`>;

/** The window's calls about people. */
export const peopleAnswers: { readonly [N in PeopleCallName]: (context: RecordContext, input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> } = {
  'people.list': ({ store }) => ({ people: listPeople(store) }),
  'people.add': (context, input) => addPerson(context, input),
  'people.halfWritten': ({ store }) => ({ words: halfWrittenPerson(store) }),
  'people.saveHalfWritten': (context, { words }) => saveHalfWrittenPerson(context, words),
  'people.amend': (context, input) => amendPerson(context, input),
  'people.merge': (context, { keptId, mergedId }) => mergePeople(context, keptId, mergedId),
  'people.part': (context, { id }) => partPerson(context, id),
  'people.doubles': ({ store }) => ({ doubles: likelyDoubles(store) }),
  'people.keepApart': async (context, { oneId, otherId }) => {
    await keepPeopleApart(context, [oneId, otherId]);
    return {};
  },
  'people.conflicts': ({ store }, { steps }) => shownConflicts(store, steps),
  'people.conflictTies': ({ store }, { steps, limit }) => ({ ties: listedConflicts(store, steps, limit) }),
  'people.erase': async (context, { id, reason }) => {
    await erasePerson(context, id, reason);
    return {};
  },
};
