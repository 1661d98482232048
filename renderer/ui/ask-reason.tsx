import { type ReactNode, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';
import { Dialog } from './dialog';
import { TextArea } from './text-field';

export interface AskReasonProps {
  title: string;
  /** What will happen and what stays. */
  children: ReactNode;
  reasonLabel: string;
  reasonHint?: string;
  confirmLabel: string;
  isOpen: boolean;
  onClose: () => void;
  /** Gives back what to say beside the field when it was refused, else null; the dialog closes on null. */
  onConfirm: (reason: string) => Promise<string | null>;
  /** The step loses data. */
  loses?: boolean;
}

/** A step that the record keeps a trace of: it asks why, in her words. */
export function AskReason(props: AskReasonProps) {
  const { title, children, reasonLabel, reasonHint, confirmLabel, isOpen, onClose, onConfirm, loses = false } = props;
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => { setReason(''); setError(null); onClose(); };
  const confirm = async (): Promise<void> => {
    if (!reason.trim()) { setError(messages.errors.say({ code: 'reason-needed' })); return; }
    setBusy(true);
    const refused = await onConfirm(reason.trim());
    setBusy(false);
    if (refused) setError(refused);
    else close();
  };
  return (
    <Dialog
      title={title} isOpen={isOpen} onClose={close}
      actions={<><Button tone={loses ? 'loss' : 'primary'} isDisabled={isBusy} onPress={() => void confirm()}>{confirmLabel}</Button><Button tone="quiet" onPress={close}>{messages.ui.cancel}</Button></>}
    >
      {children}
      <TextArea label={reasonLabel} hint={reasonHint} value={reason} onChange={(text) => { setReason(text); setError(null); }} error={error} autoFocus />
    </Dialog>
  );
}
