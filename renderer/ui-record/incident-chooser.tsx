import { PenLine } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Result } from '../../shared/contract/errors';
import { sayDate } from '../../shared/dates';
import { messages } from '../../shared/messages/en-gb';
import { type ChronologyRow, wholeChronology } from '../../shared/model/chronology';
import type { Id } from '../../shared/model/identity';
import type { Incident, IncidentLink } from '../../shared/model/incident';
import { ask, type CallInput } from '../app/bridge';
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
  /** It is made to an incident that she began here, and she is to write now. Without it: as `onLinked`. */
  onBegun?: (incident: Incident) => void;
}

const mostShown = 100;
const found = (text: string): CallInput<'chronology.rows'> => ({ filter: { ...wholeChronology, show: ['incident'], text }, offset: 0, limit: mostShown });
const isThere = ({ status }: ChronologyRow): boolean => status !== 'erased';

/** Finds an incident by its words, or begins a new one, and links a document or marked messages to it. */
export function IncidentChooser({ target, linkedIncidentIds, isOpen, onClose, onLinked, onBegun = onLinked }: IncidentChooserProps) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  const words = messages.linking;
  useEffect(() => {
    const wait = setTimeout(() => setText(typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed]);
  const asked = useAsk('chronology.rows', isOpen ? found(text) : null);
  const rows = (asked.value?.rows ?? []).filter(isThere);

  async function link(id: Id, done = onLinked): Promise<void> {
    if (linkedIncidentIds.includes(id)) { setRefusal(words.already); return; }
    const result = await (typeof target === 'function' ? target(id) : ask('incidents.link', { id, target }));
    if (result.ok) { setRefusal(null); onClose(); done(result.value); }
    else setRefusal(messages.errors.say(result.error));
  }
  async function begin(): Promise<void> {
    const begun = await ask('incidents.begin', {});
    if (begun.ok) await link(begun.value.id, onBegun);
    else setRefusal(messages.errors.say(begun.error));
  }
  /** Of what she typed, not of what was typed when the list was drawn. */
  async function takeFirst(): Promise<void> {
    const result = await ask('chronology.rows', found(typed.trim()));
    const first = result.ok ? result.value.rows.find(isThere) : undefined;
    if (first) await link(first.id);
    else if (!result.ok) setRefusal(messages.errors.say(result.error));
  }
  /** From the field into what was found, and from its first line back. */
  function onKeyDown(event: KeyboardEvent): void {
    const options = [...(choices.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    if (event.nativeEvent.isComposing) return;
    if (event.target === field.current && event.key === 'Enter') { event.preventDefault(); void takeFirst(); }
    if (event.target === field.current && event.key === 'ArrowDown' && options[0]) { event.preventDefault(); event.stopPropagation(); options[0].focus(); }
    if (event.target === options[0] && event.key === 'ArrowUp') { event.preventDefault(); event.stopPropagation(); field.current?.focus(); }
  }
  return (
    <Dialog
      title={words.title} isOpen={isOpen} onClose={onClose} width="wide"
      actions={<><Button icon={PenLine} onPress={() => void begin()}>{words.writeNew}</Button><Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button></>}
    >
      <div className="stack" onKeyDownCapture={onKeyDown}>
        <TextField label={words.find} value={typed} onChange={setTyped} inputRef={field} autoFocus />
        {(refusal ?? asked.error) && <Notice tone="needs-you" announce>{refusal ?? (asked.error && messages.errors.say(asked.error))}</Notice>}
        {rows.length > 0 && (
          <div className="incident-choices" ref={choices}>
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
