import { messages } from '../../shared/messages/en-gb';
import { Folded } from '../ui/folded';
import './not-kept.css';

/** What was still on its way in when the vault closed. The names are of the record, so they wait until she asks (docs/decisions/0023). */
export function NotKept({ names }: { readonly names: readonly string[] }) {
  const texts = messages.unlock.notKept;
  return (
    <>
      <p>{texts.say(names)}</p>
      <Folded level={2} title={texts.show(names)}>
        <ul className="not-kept">{names.map((name, i) => <li key={i} dir="auto">{texts.name(name)}</li>)}</ul>
      </Folded>
    </>
  );
}
