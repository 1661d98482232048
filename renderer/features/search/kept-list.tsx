import { PenLine, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { everywhere, type KeptSearch } from '../../../shared/model/search';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';
import { RenameForm } from '../../ui/rename-form';

export interface KeptListProps {
  readonly searches: readonly KeptSearch[];
  readonly onOpen: (search: KeptSearch) => void;
  /** Why the name cannot be had, or null once the search has it. */
  readonly onRename: (search: KeptSearch, name: string) => Promise<string | null>;
  readonly onRemove: (search: KeptSearch) => void;
  readonly readOnly: boolean;
}

/** Searches she kept, each asked again by a press. */
export function KeptList({ searches, onOpen, onRename, onRemove, readOnly }: KeptListProps) {
  const words = messages.finding.kept;
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // What was pressed is gone with the field: the keyboard goes back to that search.
  const backTo = useRef<string | null>(null);
  useEffect(() => {
    if (renaming !== null || backTo.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-search="${backTo.current}"] .button`)?.focus();
    backTo.current = null;
  }, [renaming]);
  const stop = (id: string): void => { backTo.current = id; setRenaming(null); };
  async function rename(search: KeptSearch, name: string): Promise<string | null> {
    const refused = await onRename(search, name);
    if (refused === null) stop(search.id);
    return refused;
  }
  if (searches.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul ref={list} className="hits">
        {searches.map((search) => (
          <li key={search.id} data-search={search.id} className={renaming === search.id ? 'hit-renaming' : 'hit-line'} onKeyDown={(event) => { if (renaming === search.id && event.key === 'Escape') { event.stopPropagation(); stop(search.id); } }}>
            {renaming === search.id
              ? <RenameForm label={words.newName(search.name)} name={search.name} maxLength={200} needed={words.nameNeeded} onRename={(name) => rename(search, name)} onCancel={() => stop(search.id)} save={() => words.save} />
              : (
                <>
                  <button type="button" className="hit" onClick={() => onOpen(search)}>
                    <span className="hit-head"><span className="hit-title" dir="auto">{search.name}</span>{JSON.stringify(search.query.filter) !== JSON.stringify(everywhere) && <span className="small quiet">{words.narrowed}</span>}</span>
                  </button>
                  {!readOnly && <Button tone="quiet" icon={PenLine} aria-label={words.renameNamed(search.name)} onPress={() => setRenaming(search.id)}>{words.rename}</Button>}
                  {!readOnly && <Button tone="quiet" icon={Trash2} aria-label={words.removeNamed(search.name)} onPress={() => onRemove(search)}>{words.remove}</Button>}
                </>
              )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
