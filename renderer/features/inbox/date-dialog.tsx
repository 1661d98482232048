import { type KeyboardEvent, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Dated } from '../../../shared/model/dated';
import { Button } from '../../ui/button';
import { DatedField } from '../../ui/dated-field';
import { answerFor, todayHere } from '../../ui/dated-value';
import { Dialog } from '../../ui/dialog';

/** Asks when something is from. Enter saves, except where a day can be read in two ways: then it leads to the question. */
export function DateDialog({ before, onClose, onDate }: { before: Dated; onClose: () => void; onDate: (happened: Dated) => void }) {
  const [value, setValue] = useState(before);
  const words = messages.inbox;
  const save = (): void => {
    if (JSON.stringify(value) !== JSON.stringify(before)) onDate(value);
    onClose();
  };
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const answer = answerFor(value, todayHere());
    if (answer.kind === 'ask' && answer.chosen === null) event.currentTarget.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
    else save();
  }
  return (
    <Dialog
      title={words.dateTitle} isOpen onClose={onClose}
      actions={<><Button tone="primary" onPress={save}>{words.dateSave}</Button><Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button></>}
    >
      <div onKeyDownCapture={onKeyDown}><DatedField label={words.dateLabel} value={value} onChange={setValue} autoFocus /></div>
    </Dialog>
  );
}
