import { Label, ProgressBar } from 'react-aria-components';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';
import './progress-line.css';

/** Long work: what is being done, how far it is, in figures, and a way to stop it. `fraction` null while it is not known. */
export function ProgressLine({ label, fraction, figure, onCancel }: { label: string; fraction: number | null; figure?: string; onCancel?: () => void }) {
  return (
    <div className="progress-line">
      <ProgressBar className="progress-line-bar" value={fraction === null ? undefined : fraction * 100} isIndeterminate={fraction === null} valueLabel={figure}>
        <div className="progress-line-words">
          <Label>{label}</Label>
          {figure && <span className="quiet small">{figure}</span>}
        </div>
        <div className="progress-line-track"><div className="progress-line-fill" style={{ width: `${Math.round((fraction ?? 0) * 100)}%` }} /></div>
      </ProgressBar>
      {onCancel && <Button tone="plain" onPress={onCancel}>{messages.ui.stop}</Button>}
    </div>
  );
}
