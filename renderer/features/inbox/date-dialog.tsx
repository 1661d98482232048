import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Dated } from '../../../shared/model/dated';
import { Button } from '../../ui/button';
import { DatedField } from '../../ui/dated-field';
import { Dialog } from '../../ui/dialog';

/** Asks when something is from. */
export function DateDialog({ before, onClose, onDate }: { before: Dated; onClose: () => void; onDate: (happened: Dated) => void }) {
  const [value, setValue] = useState(before);
  const words = messages.inbox;
  return (
    <Dialog
      title={words.dateTitle} isOpen onClose={onClose}
      actions={<><Button tone="primary" onPress={() => { onDate(value); onClose(); }}>{words.dateSave}</Button><Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button></>}
    >
      <DatedField label={words.dateLabel} value={value} onChange={setValue} />
    </Dialog>
  );
}
