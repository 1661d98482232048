import { FolderInput } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useCopyWork } from '../../app/copy-work';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { RareTask } from './rare-task';

/** Moving the vault to another drive: it asks once more with the new place's name, then copies, checks, and only then leaves the old one. */
export function MoveTask({ isRenewing }: { readonly isRenewing: boolean }) {
  const texts = messages.backup.move;
  const { job, running, isMoved, error, start, cancel, forget } = useCopyWork();
  const [chosen, setChosen] = useState<Grant | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const isHere = job?.what === 'move';

  const choose = async (): Promise<void> => {
    if (isHere) forget();
    setRefused(null);
    const answer = await ask('vault.chooseFolder', {});
    if (answer.ok) setChosen(answer.value.chosen);
    else setRefused(answer.error);
  };
  const move = (grant: Grant): void => {
    setChosen(null);
    void start({ what: 'move', to: grant.grant, name: grant.name });
  };

  const shown = refused ?? (isHere && !running ? error : null);
  return (
    <RareTask title={texts.title} words={texts.lead} action={(!isHere || !running) && !chosen && <Button icon={FolderInput} onPress={() => void choose()} isDisabled={running !== null || isRenewing}>{texts.choose}</Button>}>
      {isHere && running ? <ProgressLine {...running} onCancel={cancel} /> : chosen ? (
        <Notice announce actions={<><Button tone="primary" autoFocus onPress={() => move(chosen)}>{texts.submit}</Button><Button tone="quiet" onPress={() => setChosen(null)}>{messages.ui.cancel}</Button></>}>
          <p>{texts.sure(chosen.name)}</p><p>{texts.stick}</p>
        </Notice>
      ) : null}
      {isHere && isMoved && <Notice announce>{texts.done(job.name)}</Notice>}
      {shown && <Notice tone="needs-you" announce>{texts.errors[shown.code] ?? messages.errors.say(shown)}</Notice>}
    </RareTask>
  );
}
