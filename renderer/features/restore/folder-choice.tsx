import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Grant } from '../../../shared/contract/program-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';

export interface FolderChoiceProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly chosen: Grant | null;
  /** What stands while none is chosen: that one is needed, or what is taken otherwise. */
  readonly otherwise?: string;
  readonly isDisabled: boolean;
  readonly onChosen: (grant: Grant) => void;
  readonly onRefused: (error: CallError) => void;
}

/** A folder that she picks in the system's dialog: its own name, never its place. */
export function FolderChoice({ label, hint, chosen, otherwise, isDisabled, onChosen, onRefused }: FolderChoiceProps) {
  const texts = messages.backup.restore;
  const choose = async (): Promise<void> => {
    const answer = await ask('vault.chooseFolder', {});
    if (!answer.ok) onRefused(answer.error);
    else if (answer.value.chosen) onChosen(answer.value.chosen);
  };
  const isNeeded = !chosen && otherwise === undefined;
  return (
    <div className="field">
      <h2 className="field-label">{label}</h2>
      {hint && <p className="field-hint">{hint}</p>}
      <div className="row">
        {!isNeeded && <span>{chosen ? texts.chosen(chosen.name) : otherwise}</span>}
        <Button icon={FolderOpen} tone={isNeeded ? 'primary' : 'plain'} onPress={() => void choose()} isDisabled={isDisabled} aria-label={`${isNeeded ? texts.choose : texts.chooseOther}: ${label}`}>{isNeeded ? texts.choose : texts.chooseOther}</Button>
      </div>
    </div>
  );
}
