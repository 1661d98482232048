import { PenLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Result } from '../../shared/contract/errors';
import { sayDate } from '../../shared/dates';
import { messages } from '../../shared/messages/en-gb';
import { wholeChronology } from '../../shared/model/chronology';
import type { Id } from '../../shared/model/identity';
import type { Incident, IncidentLink } from '../../shared/model/incident';
import { ask } from '../app/bridge';
import { useAsk } from '../app/use-ask';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ListBox } from '../ui/list-box';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';

export type LinkTarget = IncidentLink['target'];

export interface IncidentChooserProps {
  /** What is linked; or how, where the thing must first be made: nothing may be made before she has chosen. */
  target: LinkTarget | ((incidentId: Id) => Promise<Result<Incident>>);
  linkedIncidentIds: readonly Id[];
  isOpen: boolean;
  onClose: () => void;
  /** The thread is made. */
  onLinked: (incident: Incident) => void;
}

const mostShown = 100;

/** Finds an incident by its words, or begins a new one, and links a document or marked messages to it. */
export function IncidentChooser({ target, linkedIncidentIds, isOpen, onClose, onLinked }: IncidentChooserProps) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const words = messages.linking;
  useEffect(() => {
    const wait = setTimeout(() => setText(typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed]);
  const asked = useAsk('chronology.rows', isOpen ? { filter: { ...wholeChronology, show: ['incident'], text }, offset: 0, limit: mostShown } : null);
  const rows = (asked.value?.rows ?? []).filter((row) => row.status !== 'erased');

  async function link(id: Id): Promise<void> {
    if (linkedIncidentIds.includes(id)) { setRefusal(words.already); return; }
    const result = await (typeof target === 'function' ? target(id) : ask('incidents.link', { id, target }));
    if (result.ok) { setRefusal(null); onLinked(result.value); onClose(); }
    else setRefusal(messages.errors.say(result.error));
  }
  async function begin(): Promise<void> {
    const begun = await ask('incidents.begin', {});
    if (begun.ok) await link(begun.value.id);
    else setRefusal(messages.errors.say(begun.error));
  }
  return (
    <Dialog
      title={words.title} isOpen={isOpen} onClose={onClose} width="wide"
      actions={<><Button icon={PenLine} onPress={() => void begin()}>{words.writeNew}</Button><Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button></>}
    >
      <div className="stack">
        <TextField label={words.find} value={typed} onChange={setTyped} autoFocus />
        {(refusal ?? asked.error) && <Notice tone="needs-you" announce>{refusal ?? (asked.error && messages.errors.say(asked.error))}</Notice>}
        {rows.length > 0 && (
          <div className="incident-choices">
            <ListBox
              label={words.listLabel} openId={null} onOpen={(id) => void link(id)}
              entries={rows.map((row) => ({
                id: row.id, title: row.title || row.opening.slice(0, 80) || words.untitled,
                detail: [row.happened.typed ? sayDate(row.happened) : words.undated, row.status === 'draft' ? words.draft : ''].filter(Boolean).join(' · '),
              }))}
            />
          </div>
        )}
        {asked.value && rows.length === 0 && <p className="quiet">{text ? words.none : words.noneYet}</p>}
      </div>
    </Dialog>
  );
}
