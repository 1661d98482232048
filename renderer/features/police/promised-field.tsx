import { undated } from '../../../shared/model/dated';
import type { Promised } from '../../../shared/model/case/contact';
import { messages } from '../../../shared/messages/en-gb';
import { keptLabels } from '../../../shared/picklists';
import { DatedField } from '../../ui/dated-field';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-field';
import { ItemListField } from '../../ui-record/case-entry/item-list-field';

const keptOptions = (Object.keys(keptLabels) as Promised['kept'][]).map((value) => ({ value, label: keptLabels[value] }));

/** What was promised, by when, and whether it was kept. */
export function PromisedField({ value, onChange, onBlur }: { value: readonly Promised[]; onChange: (promised: Promised[]) => void; onBlur: () => void }) {
  const texts = messages.police.promised;
  return (
    <ItemListField
      items={value} onChange={onChange} make={(id): Promised => ({ id, what: '', by: undated, kept: 'not-said' })} addLabel={texts.add} nameOf={texts.one} takenOut={texts.takenOut}
      draw={(one, change, isNew) => (
        <>
          <TextArea label={texts.what} value={one.what} onChange={(what) => change({ what })} onBlur={onBlur} maxLength={5000} autoFocus={isNew} />
          <DatedField label={texts.by} value={one.by} onChange={(by) => change({ by })} onBlur={onBlur} asksBasis={false} />
          <Select label={texts.kept} options={keptOptions} value={one.kept} onChange={(kept) => change({ kept })} />
        </>
      )}
    />
  );
}
