import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useProgram } from '../app/program';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import './curtain.css';

export interface CurtainProps {
  what: 'picture' | 'film';
  /** Small: within a message; the hint is left out and the way back is too. */
  isSmall?: boolean;
  /** What is shown; as a function it is given the way back, to draw among its own controls. */
  children: ReactNode | ((blurAgain: ReactNode) => ReactNode);
}

/**
 * Keeps a picture or film blurred, and hidden from screen readers, until she chooses to look. It asks again each time
 * the thing is opened. Off where her settings say so.
 */
export function Curtain({ what, isSmall = false, children }: CurtainProps) {
  const { settings } = useProgram();
  const [isOpen, setOpen] = useState(!settings.blurMedia);
  const box = useRef<HTMLDivElement>(null);
  const words = messages.viewer.curtain;
  // The button pressed is gone: the keyboard goes to what has come into sight, or to the way to it.
  const wasPressed = useRef(false);
  useEffect(() => {
    if (!wasPressed.current) return;
    wasPressed.current = false;
    const shown = box.current?.querySelector('[role="group"]') ?? box.current?.closest('[role="group"], [role="grid"]');
    const way = box.current?.querySelector('.curtain-choice button');
    ((way ?? shown) as HTMLElement | null | undefined)?.focus();
  }, [isOpen]);
  const turn = (open: boolean): void => { wasPressed.current = true; setOpen(open); };
  const again = isOpen && settings.blurMedia && !isSmall ? <Button tone="quiet" icon={EyeOff} onPress={() => turn(false)}>{words.blurAgain}</Button> : null;
  const thing = typeof children === 'function' ? children(again) : children;
  if (isOpen) {
    return (
      <div ref={box} className="curtain">
        {thing}
        {again && typeof children !== 'function' && <div className="curtain-back">{again}</div>}
      </div>
    );
  }
  return (
    <div ref={box} className={`curtain curtain-drawn${isSmall ? ' curtain-small' : ''}`}>
      <div className="curtain-blur" aria-hidden inert>{thing}</div>
      <div className="curtain-choice">
        {!isSmall && <p className="small">{words.hint}</p>}
        <Button icon={Eye} onPress={() => turn(true)}>{what === 'picture' ? words.showPicture : words.showFilm}</Button>
      </div>
    </div>
  );
}
