import { useEffect, useState } from 'react';
import { compareSum } from '../../../shared/bag/same-sum';
import { messages } from '../../../shared/messages/en-gb';
import { TextField } from '../../ui/text-field';

/** A sum that is known of what was chosen, and what is said when the one that was told is the same. */
export interface KnownSum { readonly sum: string; readonly said: string }

/** A place to compare with a sum that was told by other means. As it is typed; said once it is whole, or once she goes on. */
export function CompareSum({ known }: { readonly known: readonly KnownSum[] }) {
  const words = messages.checkBundle;
  const [typed, setTyped] = useState('');
  const [hasLeft, setLeft] = useState(false);
  const pointer = usePointerDown();
  const found = compareSum(typed, known.map(({ sum }) => sum));
  const error = found === 'another' ? words.compared.another : found === 'not-a-sum' && hasLeft ? words.compared['not-a-sum'] : null;
  const same = found === 'same' ? known.find(({ sum }) => compareSum(typed, [sum]) === 'same') : undefined;
  return (
    <div className="stack-tight">
      <TextField
        label={words.compare} hint={words.compareHint} value={typed} maxLength={400} error={error}
        onChange={(next) => { setTyped(next); setLeft(false); }} onBlur={() => pointer.afterwards(() => setLeft(true))}
      />
      <p role="status" className="check-same">{same?.said ?? ''}</p>
    </div>
  );
}

/** What she leaves the field with may be a press on a button below: a line that appears between pressing and letting go moves it away, and the press is lost. */
function usePointerDown(): { afterwards(act: () => void): void } {
  const [watch] = useState(() => new PointerWatch());
  useEffect(() => watch.start(), [watch]);
  return watch;
}

class PointerWatch {
  #isDown = false;
  #waiting: (() => void)[] = [];

  start(): () => void {
    const down = (): void => void (this.#isDown = true);
    // The click itself comes after this event, and is to find its button where it was.
    const up = (): void => void setTimeout(() => {
      this.#isDown = false;
      for (const act of this.#waiting.splice(0)) act();
    });
    document.addEventListener('pointerdown', down, true);
    document.addEventListener('pointerup', up, true);
    document.addEventListener('pointercancel', up, true);
    return () => {
      document.removeEventListener('pointerdown', down, true);
      document.removeEventListener('pointerup', up, true);
      document.removeEventListener('pointercancel', up, true);
    };
  }

  /** At once, or when the finger or button that is down is up again. */
  afterwards(act: () => void): void {
    if (this.#isDown) this.#waiting.push(act);
    else act();
  }
}
