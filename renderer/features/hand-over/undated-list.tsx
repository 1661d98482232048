import { FileText } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { UndatedDocument } from '../../../shared/model/document';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { Folded } from '../../ui/folded';
import { type Choice, toggled } from './choice';

const shownAtOnce = 50;

/** Documents without a date that go with no entry. They stand nowhere in the chronology, so nothing says what they are for: each goes only if she ticks it. Folded, for there may be hundreds before the entries. */
export function UndatedList({ documents, choice, onChoice }: { readonly documents: readonly UndatedDocument[]; readonly choice: Choice; readonly onChoice: (choice: Choice) => void }) {
  const [shown, setShown] = useState(shownAtOnce);
  const { go } = usePlaces();
  const words = messages.handOver.undatedDocuments;
  if (documents.length === 0) return null;
  const chosen = documents.filter(({ id }) => choice.undatedIn.has(id)).length;
  return (
    <Folded level={2} title={words.title} summary={words.chosen(chosen, documents.length)} startsOpen={chosen > 0}>
      <div className="stack-tight">
        <p className="small quiet">{words.intro}</p>
        <ul className="aside-list">
          {documents.slice(0, shown).map(({ id, name }) => (
            <li key={id} className="aside-row">
              <Checkbox aria-label={messages.handOver.goes(name)} isSelected={choice.undatedIn.has(id)} onChange={(is) => onChoice({ ...choice, undatedIn: toggled(choice.undatedIn, id, is) })}><span dir="auto">{name}</span></Checkbox>
              <Button tone="quiet" icon={FileText} aria-label={words.openNamed(name)} onPress={() => go({ name: 'documents', documentId: id })}>{words.open}</Button>
            </li>
          ))}
        </ul>
        {documents.length > shown && <Button tone="quiet" onPress={() => setShown(shown + shownAtOnce)}>{messages.handOver.aside.more}</Button>}
      </div>
    </Folded>
  );
}
