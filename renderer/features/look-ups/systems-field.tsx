import { messages } from '../../../shared/messages/en-gb';
import { holderOf, lookUpSystemOf, lookUpSystems, systemGroups } from '../../../shared/picklists';
import { Checkbox } from '../../ui/choices';
import { Folded } from '../../ui/folded';

/** Where it may have been looked up, in groups; all optional, several at once. Ids of another version stay and can be taken out. */
export function SystemsField({ value, onChange }: { value: readonly string[]; onChange: (systems: string[]) => void }) {
  const texts = messages.lookUps;
  const toggle = (id: string, isOn: boolean): void => onChange(isOn ? [...value, id] : value.filter((one) => one !== id));
  const foreign = value.filter((id) => lookUpSystemOf(id) === null);
  return (
    <div className="kinds">
      {systemGroups.map((group) => {
        const systems = lookUpSystems.filter((system) => system.group === group.id);
        const chosen = systems.filter(({ id }) => value.includes(id));
        return (
          <Folded key={group.id} title={group.label} summary={chosen.length > 0 ? chosen.map(({ label }) => label).join(', ') : undefined}>
            <p className="quiet small measure">{group.explanation}</p>
            {systems.map((system) => <Checkbox key={system.id} isSelected={value.includes(system.id)} onChange={(isOn) => toggle(system.id, isOn)} hint={`${system.explanation} ${texts.holder(holderOf(system, texts.theForce))}`}>{system.label}</Checkbox>)}
          </Folded>
        );
      })}
      {foreign.map((id) => <Checkbox key={id} isSelected onChange={() => toggle(id, false)}>{texts.otherSystem(id)}</Checkbox>)}
    </div>
  );
}
