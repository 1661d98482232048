import { messages } from '../../../shared/messages/en-gb';
import type { RunningTask } from '../../app/long-task';
import { ProgressLine } from '../../ui/progress-line';

/** Before the first byte the key is derived, which takes seconds on purpose; then figures. */
export function RestoreProgress({ running, onCancel }: { readonly running: RunningTask; readonly onCancel: () => void }) {
  const label = running.fraction === null ? messages.backup.restore.unlocking : running.label;
  return <ProgressLine {...running} label={label} onCancel={onCancel} />;
}
