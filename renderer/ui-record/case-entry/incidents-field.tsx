import { BookOpenText, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { IncidentChooser } from '../incident-chooser';
import { OpenIncident } from '../open-incident';

/** Entries of her chronology that something concerns. `onChange` null: they are only read. */
export function IncidentsField({ value, onChange }: { value: readonly Id[]; onChange: ((value: Id[]) => void) | null }) {
  const [isChoosing, setChoosing] = useState(false);
  const texts = messages.caseEntry;
  const choose = async (id: Id) => {
    const chosen = await ask('incidents.get', { id });
    if (chosen.ok && onChange) onChange([...value, id]);
    return chosen;
  };
  return (
    <div className="stack-tight">
      {value.length === 0 ? <p className="quiet">{texts.noIncidents}</p> : (
        <ul className="links">
          {value.map((id) => (
            <li key={id}><OpenIncident id={id} />{onChange && <Button tone="quiet" icon={Unlink} onPress={() => onChange(value.filter((one) => one !== id))}>{texts.takeOut}</Button>}</li>
          ))}
        </ul>
      )}
      {onChange && <div className="row"><Button icon={BookOpenText} onPress={() => setChoosing(true)}>{texts.addIncident}</Button></div>}
      {onChange && <IncidentChooser target={choose} linkedIncidentIds={value} isOpen={isChoosing} onClose={() => setChoosing(false)} onLinked={() => setChoosing(false)} />}
    </div>
  );
}
