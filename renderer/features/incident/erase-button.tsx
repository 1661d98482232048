import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Incident } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { PointedAt } from '../../ui-record/pointed-at';

/** Erases the content after asking why; the trace stays. */
export function EraseButton({ incident, beforeErase, onErased }: { incident: Incident; beforeErase?: () => void; onErased: (incident: Incident) => void }) {
  const texts = messages.incident;
  const [isAsking, setAsking] = useState(false);
  const erase = async (reason: string): Promise<string | null> => {
    beforeErase?.();
    const erased = await ask('incidents.erase', { id: incident.id, reason });
    if (!erased.ok) return messages.errors.say(erased.error);
    onErased(erased.value);
    return null;
  };
  return (
    <>
      <Button tone="quiet" icon={Trash2} onPress={() => setAsking(true)}>{texts.erase}</Button>
      <AskReason title={texts.eraseTitle} reasonLabel={texts.eraseReason} confirmLabel={texts.eraseConfirm} isOpen={isAsking} onClose={() => setAsking(false)} onConfirm={erase} loses><p>{texts.eraseText}</p>{isAsking && <PointedAt kind="incident" id={incident.id} />}</AskReason>
    </>
  );
}
