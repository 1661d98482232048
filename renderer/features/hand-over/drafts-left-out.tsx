import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { placeOfCase } from '../../app/place-of-case';
import { type Place, usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { nameOfRow } from '../../ui-record/name-of-row';

/** More are counted only. */
const mostNamed = 3;
const mostLetters = 40;

interface Draft { readonly id: Id; readonly name: string; readonly place: Place }

/** What she has begun and not said "this is my record" of, which never goes, with the way to some of it. */
export function DraftsLeftOut({ rows, caseDrafts }: { readonly rows: readonly ChronologyRow[]; readonly caseDrafts: readonly CaseRow[] }) {
  const { go } = usePlaces();
  const words = messages.handOver;
  const drafts: Draft[] = [
    ...rows.filter((row) => row.status === 'draft').map((row): Draft => ({ id: row.id, name: nameOfRow(row).slice(0, mostLetters), place: { name: 'chronology', open: { subject: 'incident', id: row.id } } })),
    ...caseDrafts.map(({ id, kind, title, opening }): Draft => ({ id, name: (title || opening).slice(0, mostLetters) || words.untitled, place: placeOfCase(kind, id) })),
  ];
  if (drafts.length === 0) return null;
  return (
    <Folded level={2} title={words.draftsTitle(drafts.length)}>
      <p>{words.draftsWords}</p>
      {drafts.slice(0, mostNamed).map(({ id, name, place }) => <Button key={id} tone="quiet" onPress={() => go(place)}>{words.openDraft(name)}</Button>)}
    </Folded>
  );
}
