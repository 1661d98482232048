import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Citation } from '../../../shared/model/case/narrative';
import { Button } from '../../ui/button';
import { todayHere } from '../../ui/dated-value';
import { Dialog } from '../../ui/dialog';
import { ListBox } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { type Citable, findCitable } from './find-citable';

export interface FindCitationProps {
  /** Gives back what to say where it cannot be cited, else null. */
  onChoose: (citation: Citation) => Promise<string | null>;
  onClose: () => void;
}

/** Finds something of her record by words or by a date, to be cited. Enter takes the first that was found. */
export function FindCitation({ onChoose, onClose }: FindCitationProps) {
  const words = messages.narrative.find;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Citable[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isOlder = false;
    const wait = setTimeout(() => {
      void findCitable(typed, todayHere()).then((result) => {
        if (isOlder) return;
        if (result.ok) setFound(result.things);
        setRefused(result.ok ? null : messages.errors.say(result.error));
      });
    }, typed === '' ? 0 : 200);
    return () => { isOlder = true; clearTimeout(wait); };
  }, [typed]);
  const choose = async (citation: Citation): Promise<void> => setRefused(await onChoose(citation));
  /** Of what she typed, not of what was typed when the list was drawn. */
  async function takeFirst(): Promise<void> {
    const result = await findCitable(typed, todayHere());
    const first = result.ok ? result.things[0] : undefined;
    if (first) await choose(first.citation);
    else if (!result.ok) setRefused(messages.errors.say(result.error));
  }
  /** From the field into what was found, and from its first line back. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const first = choices.current?.querySelector<HTMLElement>('[role="option"]') ?? null;
    if (event.target === field.current && event.key === 'Enter') { event.preventDefault(); void takeFirst(); }
    if (event.target === field.current && event.key === 'ArrowDown' && first) { event.preventDefault(); event.stopPropagation(); first.focus(); }
    if (event.target === first && event.key === 'ArrowUp') { event.preventDefault(); event.stopPropagation(); field.current?.focus(); }
  }
  return (
    <Dialog title={words.title} isOpen onClose={onClose} width="wide" actions={<Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button>}>
      <div className="stack" onKeyDownCapture={onKeyDown}>
        <TextField label={words.label} hint={words.hint} value={typed} onChange={setTyped} inputRef={field} autoFocus autoComplete="off" maxLength={300} />
        {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
        {found && found.length > 0 && (
          <div className="incident-choices" ref={choices}>
            <ListBox
              label={words.listLabel} openId={null} entries={found.map(({ key, title, detail }) => ({ id: key, title, detail }))}
              onOpen={(key) => { const chosen = found.find((one) => one.key === key); if (chosen) void choose(chosen.citation); }}
            />
          </div>
        )}
        {found?.length === 0 && <p className="quiet" role="status">{typed.trim() === '' ? words.noneYet : words.none}</p>}
      </div>
    </Dialog>
  );
}
