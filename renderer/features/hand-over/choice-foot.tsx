import { FolderOutput } from 'lucide-react';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { NotMade } from './why-not-made';

export interface ChoiceFootProps {
  readonly notMade: NotMade | null;
  readonly error: CallError | null;
  /** Pages stood here, and are gone without her having said so. */
  readonly isLetGo: boolean;
  /** How pages that stand beside it are: none, as they would be made now, or as they were before a change. */
  readonly pages: 'none' | 'fit' | 'stale';
  readonly canMake: boolean;
  readonly onMake: () => void;
  readonly onLook: () => void;
}

/** Under the column, always in sight: the one step on, and why it was not done. */
export function ChoiceFoot({ notMade, error, isLetGo, pages, canMake, onMake, onLook }: ChoiceFootProps) {
  const words = messages.handOver;
  return (
    <div className="hand-over-foot">
      {notMade !== null && notMade !== 'name' && notMade !== 'unread' && <Notice tone="needs-you" announce>{words.notMade[notMade]}</Notice>}
      {error && error.code !== 'cancelled' && <Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice>}
      {isLetGo && <Notice announce>{words.letGo}</Notice>}
      {pages === 'fit'
        ? <div className="hand-over-look"><Button tone="primary" onPress={onLook}>{words.lookAtPages}</Button></div>
        : <Button tone="primary" icon={FolderOutput} isDisabled={!canMake} onPress={onMake}>{pages === 'stale' ? words.buildAgain : words.build}</Button>}
    </div>
  );
}
