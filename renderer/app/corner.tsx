import { LockKeyhole, LogOut } from 'lucide-react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { leaveNow, lockNow } from './leave';
import { useProgram } from './program';
import './corner.css';

/**
 * The same corner on every screen. `data-react-aria-top-layer` keeps it alive above dialogs, which make the rest inert.
 */
export function Corner() {
  const { phase } = useProgram();
  return (
    <section className="corner" data-react-aria-top-layer="true" aria-label={messages.app.corner}>
      {phase === 'open' && <Button tone="quiet" icon={LockKeyhole} onPress={() => void lockNow()}>{messages.app.lock}</Button>}
      <Button icon={LogOut} onPressStart={leaveNow} aria-description={messages.app.quickExitHint}>{messages.app.quickExit}<span className="corner-key quiet small">{messages.app.quickExitKey}</span></Button>
    </section>
  );
}
