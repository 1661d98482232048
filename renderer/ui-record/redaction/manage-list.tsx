import { PenLine, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { RedactionList } from '../../../shared/model/redaction';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { RenameForm } from '../../ui/rename-form';

/** Another name for a list, or its end. What it was used for stays in the record of each copy. */
export function ManageList({ list, onRenamed, onRemoved }: { readonly list: RedactionList; readonly onRenamed: () => void; readonly onRemoved: () => void }) {
  const [isRenaming, setRenaming] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const words = messages.redaction;
  const row = useRef<HTMLDivElement>(null);
  // What was pressed is gone with the field: the keyboard goes back to where it was pressed.
  const isBack = useRef(false);
  useEffect(() => {
    if (isRenaming || !isBack.current) return;
    isBack.current = false;
    row.current?.querySelector('button')?.focus();
  }, [isRenaming]);
  const stop = (): void => { isBack.current = true; setRenaming(false); };
  async function rename(name: string): Promise<string | null> {
    const result = await ask('redactions.renameList', { id: list.id, name });
    if (!result.ok) return messages.errors.say(result.error);
    stop();
    onRenamed();
    return null;
  }
  async function remove(): Promise<void> {
    const result = await ask('redactions.removeList', { id: list.id });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    setRemoving(false);
    onRemoved();
  }
  if (isRenaming) {
    return (
      <div onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); stop(); } }}>
        <RenameForm label={words.renameTo} name={list.name} maxLength={120} needed={words.nameNeeded} onRename={rename} onCancel={stop} save={() => words.renameDo} />
      </div>
    );
  }
  return (
    <div ref={row} className="row">
      <Button tone="quiet" icon={PenLine} onPress={() => setRenaming(true)}>{words.rename}</Button>
      <Button tone="quiet" icon={Trash2} onPress={() => { setRefusal(null); setRemoving(true); }}>{words.remove}</Button>
      <Dialog
        title={words.removeTitle(list.name)} isOpen={isRemoving} onClose={() => setRemoving(false)}
        actions={<><Button tone="loss" onPress={() => void remove()}>{words.removeDo}</Button><Button tone="quiet" onPress={() => setRemoving(false)}>{messages.ui.cancel}</Button></>}
      >
        <p>{words.removeWords(list.words.length, list.areas.length)}</p>
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      </Dialog>
    </div>
  );
}
