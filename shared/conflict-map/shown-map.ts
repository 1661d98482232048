import type { ConflictMap, KnownTie, ShownMap } from '../model/case/conflict-map';
import { arrowPath, curvePath } from './drawn-map';
import { layOutMap } from './lay-out-map';

/** A map laid out for a screen: of each person and tie what is drawn, and no more. A map of a thousand ties goes through three processes: what the drawing does not show stays behind. */
export function shownMap({ people, ties, untied }: ConflictMap<KnownTie>, isEmpty: boolean): ShownMap {
  const drawn = layOutMap({ people, ties });
  const place = new Map(drawn.people.map(({ person }, index) => [person.id, index]));
  const counts = drawn.people.map(() => 0);
  const shownTies = drawn.ties.map((tie) => {
    const [one, other] = [tie.ties[0]?.fromId, tie.ties[0]?.toId].map((id) => place.get(id ?? '') ?? 0) as [number, number];
    for (const end of [one, other]) counts[end] = (counts[end] ?? 0) + 1;
    return { one, other, curve: curvePath(tie), arrow: arrowPath(tie) ?? '', label: tie.labelBox === null ? null : { lines: [...tie.label], ...tie.labelBox } };
  });
  return {
    width: drawn.width, height: drawn.height, peopleCount: people.length, tieCount: ties.length, untied: untied.map(({ name }) => name), isEmpty, ties: shownTies,
    people: drawn.people.map(({ person: { id, name, isErased }, look, name: nameLines, who, x, y, width, height }, index) => ({ id, name, isErased, look, nameLines: [...nameLines], who: [...who], ties: counts[index] ?? 0, x, y, width, height })),
  };
}
