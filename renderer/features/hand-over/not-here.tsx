import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { BuiltExport } from '../../../shared/model/export';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** They stand above the pages: the rest is shown when she asks. */
const shownAtFirst = 5;

/** What belongs to entries of the pages and is not in them, each with why. The pages count it and never say what it is: here it is named, for her alone. */
export function NotHere({ things }: { readonly things: BuiltExport['notHere'] }) {
  const [showsAll, setShowsAll] = useState(false);
  const words = messages.handOver.notHere;
  if (things.length === 0) return null;
  return (
    <Notice title={words.title(things.length)}>
      <p className="small">{words.words}</p>
      <ul className="pages-left-out">
        {(showsAll ? things : things.slice(0, shownAtFirst)).map(({ kind, id, name, mark, why, entryNumbers }) => (
          <li key={`${kind} ${id}`}><span>{mark !== '' && <><strong>{mark}</strong> </>}<bdi>{name}</bdi>: {words.whys[why]} <span className="quiet">({words.entries(entryNumbers)})</span></span></li>
        ))}
      </ul>
      {things.length > shownAtFirst && !showsAll && <Button tone="quiet" onPress={() => setShowsAll(true)}>{words.more(things.length - shownAtFirst)}</Button>}
    </Notice>
  );
}
