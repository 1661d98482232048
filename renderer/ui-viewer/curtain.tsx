import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useProgram } from '../app/program';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import './curtain.css';

export interface CurtainProps {
  what: 'picture' | 'film';
  /** Small: within a message; the hint is left out and the way back is too. */
  isSmall?: boolean;
  children: ReactNode;
}

/**
 * Keeps a picture or film blurred, and hidden from screen readers, until she chooses to look. It asks again each time
 * the thing is opened. Off where her settings say so.
 */
export function Curtain({ what, isSmall = false, children }: CurtainProps) {
  const { settings } = useProgram();
  const [isOpen, setOpen] = useState(!settings.blurMedia);
  const words = messages.viewer.curtain;
  if (isOpen) {
    return (
      <div className="curtain">
        {children}
        {settings.blurMedia && !isSmall && <div className="curtain-back"><Button tone="quiet" icon={EyeOff} onPress={() => setOpen(false)}>{words.blurAgain}</Button></div>}
      </div>
    );
  }
  return (
    <div className={`curtain curtain-drawn${isSmall ? ' curtain-small' : ''}`}>
      <div className="curtain-blur" aria-hidden inert>{children}</div>
      <div className="curtain-choice">
        {!isSmall && <p className="small">{words.hint}</p>}
        <Button icon={Eye} onPress={() => setOpen(true)}>{what === 'picture' ? words.showPicture : words.showFilm}</Button>
      </div>
    </div>
  );
}
