import { useState } from 'react';
import type { WayInKind } from '../../shared/contract/ways-in-calls';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import './other-ways.css';

const kinds: readonly WayInKind[] = ['passphrase', 'recovery-code', 'key-file', 'shared-key'];

/** One quiet control behind which the other ways of opening stand: all of them, whichever this vault has. At the locked door, and where a backup is opened. */
export function OtherWays({ chosen, onChoose, label = messages.unlock.otherWays }: { readonly chosen: WayInKind; readonly onChoose: (kind: WayInKind) => void; readonly label?: string }) {
  const texts = messages.unlock;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{label}</Button>
      {isOpen && (
        <ul className="other-ways">
          {kinds.filter((kind) => kind !== chosen).map((kind) => <li key={kind}><Button tone="quiet" onPress={() => { setOpen(false); onChoose(kind); }}>{texts.ways[kind]}</Button></li>)}
        </ul>
      )}
    </>
  );
}
