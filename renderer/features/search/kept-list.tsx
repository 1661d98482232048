import { Trash2 } from 'lucide-react';
import { everywhere, type KeptSearch } from '../../../shared/model/search';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';

/** Searches she kept, each asked again by a press. */
export function KeptList({ searches, onOpen, onRemove, readOnly }: { searches: readonly KeptSearch[]; onOpen: (search: KeptSearch) => void; onRemove: (search: KeptSearch) => void; readOnly: boolean }) {
  const words = messages.finding.kept;
  if (searches.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul className="hits">
        {searches.map((search) => (
          <li key={search.id} className="hit-line">
            <button type="button" className="hit" onClick={() => onOpen(search)}>
              <span className="hit-head"><span className="hit-title" dir="auto">{search.name}</span>{JSON.stringify(search.query.filter) !== JSON.stringify(everywhere) && <span className="small quiet">{words.narrowed}</span>}</span>
            </button>
            {!readOnly && <Button tone="quiet" icon={Trash2} aria-label={words.removeNamed(search.name)} onPress={() => onRemove(search)}>{words.remove}</Button>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
