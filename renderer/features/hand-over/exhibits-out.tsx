import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import type { Choice } from './choice';

/** Exhibits that stay out of this copy although an entry cites them, each with the way back in. */
export function ExhibitsOut({ choice, onChoice }: { readonly choice: Choice; readonly onChoice: (choice: Choice) => void }) {
  const words = messages.handOver.exhibitsOut;
  const { exhibitsOut, takenOut } = choice;
  if (exhibitsOut.length === 0) return null;
  const putBack = (id: string): void => onChoice({ ...choice, exhibitsOut: exhibitsOut.filter((one) => one.id !== id), takenOut: new Set([...takenOut].filter((one) => one !== id)) });
  return (
    <Folded level={2} title={words.title(exhibitsOut.length)} startsOpen>
      <p className="small quiet">{words.words}</p>
      <ul className="redaction-listed">{exhibitsOut.map(({ id, name }) => <li key={id} className="row"><bdi>{name}</bdi><Button tone="quiet" aria-label={words.putBackNamed(name)} onPress={() => putBack(id)}>{words.putBack}</Button></li>)}</ul>
    </Folded>
  );
}
