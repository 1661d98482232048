import { messages } from '../../../shared/messages/en-gb';
import { abuseGroups, abuseKindOf, abuseKinds } from '../../../shared/picklists';
import { Checkbox } from '../../ui/choices';
import { Folded } from '../../ui/folded';

/** Kinds of abuse in their groups; all optional, several at once. Ids of another version stay and can be taken out. */
export function KindsField({ value, onChange }: { value: readonly string[]; onChange: (kinds: string[]) => void }) {
  const texts = messages.incident;
  const toggle = (id: string, isOn: boolean): void => onChange(isOn ? [...value, id] : value.filter((kind) => kind !== id));
  const foreign = value.filter((id) => !abuseKindOf(id));
  return (
    <div className="kinds">
      {abuseGroups.map((group) => {
        const kinds = abuseKinds.filter((kind) => kind.group === group.id);
        const chosen = kinds.filter((kind) => value.includes(kind.id));
        return (
          <Folded key={group.id} title={group.label} summary={chosen.length > 0 ? chosen.map((kind) => kind.label).join(', ') : undefined}>
            <p className="quiet small measure">{group.explanation}</p>
            {kinds.map((kind) => <Checkbox key={kind.id} isSelected={value.includes(kind.id)} onChange={(isOn) => toggle(kind.id, isOn)} hint={kind.explanation}>{kind.label}</Checkbox>)}
          </Folded>
        );
      })}
      {foreign.map((id) => <Checkbox key={id} isSelected onChange={() => toggle(id, false)}>{texts.otherKind(id)}</Checkbox>)}
    </div>
  );
}
