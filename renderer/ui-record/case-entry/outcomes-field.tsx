import { spanOf } from '../../../shared/dates';
import { undated } from '../../../shared/model/dated';
import type { Outcome, OutcomeList } from '../../../shared/model/case/contact';
import { messages } from '../../../shared/messages/en-gb';
import { outcomeKindOf, outcomeKinds, outcomeLabel, outcomeLists, outcomeOutOfTime } from '../../../shared/picklists';
import { DatedField } from '../../ui/dated-field';
import { type Option, Select } from '../../ui/select';
import { TextArea } from '../../ui/text-field';
import { ItemListField } from './item-list-field';

const lists = (Object.keys(outcomeLists) as OutcomeList[]).map((value) => ({ value, label: outcomeLists[value].label, hint: outcomeLists[value].explanation }));

function valuesOf({ list, value }: Outcome): Option<string>[] {
  const known = outcomeKinds.filter((kind) => kind.list === list).map(({ id, label, explanation }) => ({ value: id, label, hint: explanation }));
  return value === '' || known.some((option) => option.value === value) ? known : [...known, { value, label: messages.incident.otherKind(value) }];
}

/** What came of it, from the lists of the field; the rule it comes from is named, and dates that do not fit are only said. */
export function OutcomesField({ value, onChange, onBlur }: { value: readonly Outcome[]; onChange: (outcomes: Outcome[]) => void; onBlur: () => void }) {
  const texts = messages.police.outcomes;
  return (
    <ItemListField
      items={value} onChange={onChange} make={(id): Outcome => ({ id, list: 'recording', value: '', told: undated, note: '' })} addLabel={texts.add} nameOf={texts.one} takenOut={texts.takenOut}
      draw={(one, change) => (
        <>
          <Select label={texts.list} hint={outcomeLists[one.list].explanation} options={lists} value={one.list} onChange={(list) => change({ list, value: list === one.list ? one.value : '' })} />
          <Select label={texts.value} options={valuesOf(one)} value={one.value === '' ? null : one.value} onChange={(chosen) => change({ value: chosen })} />
          <OutcomeSource outcome={one} />
          <DatedField label={texts.told} value={one.told} onChange={(told) => change({ told })} onBlur={onBlur} asksBasis={false} />
          <TextArea label={texts.note} value={one.note} onChange={(note) => change({ note })} onBlur={onBlur} maxLength={20_000} />
        </>
      )}
    />
  );
}

/** From which rule an outcome comes, and whether it was in force when she was told. */
export function OutcomeSource({ outcome: { value, told } }: { outcome: Pick<Outcome, 'value' | 'told'> }) {
  const texts = messages.police.outcomes;
  const kind = outcomeKindOf(value);
  if (kind === null) return null;
  const doubt = outcomeOutOfTime(kind, spanOf(told.edtf));
  const bound = doubt === 'not-yet' ? kind.from : kind.until;
  if (kind.source === '' && doubt === null) return null;
  return <p className="quiet small measure" role="status">{kind.source !== '' && texts.source(kind.source)} {doubt !== null && bound !== null && texts[doubt](messages.dates.day(`${bound}T12:00:00.000Z`))} {texts.check}</p>;
}

/** "What came of the crime: No further action". */
export function sayOutcome({ list, value }: Pick<Outcome, 'list' | 'value'>): string {
  return value === '' ? outcomeLists[list].label : `${outcomeLists[list].label}: ${outcomeLabel(value)}`;
}
