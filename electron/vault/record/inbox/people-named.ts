import type { FoundIn, InboxSuggestions } from '../../../../shared/model/inbox';
import { handlesOf, namesOf, type Person } from '../../../../shared/model/person';
import { foldName } from '../../../../shared/text/fold-name';
import { numberIn } from '../../../../shared/text/phone-number';

type Named = InboxSuggestions['people'][number];
interface Stretch {
  readonly foundIn: FoundIn;
  readonly text: string;
}

/** Shorter ones stand in too many words that are no name. */
const shortestPart = 3;

/**
 * People whose name or handle stands in one of these texts, as a word of its own; the whole name without regard to capitals and accents, a first or last name alone only as it is written. Telephone
 * numbers are the same however they are dialled. She herself is not named. Each person once, by the first text that names them.
 */
export function peopleNamed(people: readonly Person[], texts: readonly Stretch[]): Named[] {
  const looked = texts.map(({ foundIn, text }) => ({ foundIn, text, folded: foldName(text), numbers: numbersIn(text) }));
  return people.filter(({ role }) => role !== 'me').flatMap((person): Named[] => {
    for (const { foundIn, text, folded, numbers } of looked) {
      const as = namedAs(person, text, folded, numbers);
      if (as !== null) return [{ personId: person.id, name: person.name, as: as.slice(0, 300), foundIn }];
    }
    return [];
  });
}

function namedAs(person: Person, text: string, folded: string, numbers: ReadonlySet<string>): string | null {
  const names = namesOf(person);
  for (const whole of [...names, ...handlesOf(person)]) {
    const number = numberIn(whole);
    if (number !== null ? numbers.has(number) : standsIn(folded, foldName(whole))) return whole;
  }
  const parts = names.flatMap((name) => name.split(/\s+/)).filter((part) => part.length >= shortestPart && /^\p{Lu}/u.test(part));
  return parts.find((part) => standsIn(text, part)) ?? null;
}

/** As a word of its own: no letter or figure before or after it. */
function standsIn(text: string, wanted: string): boolean {
  if (wanted.trim().length < shortestPart) return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + wanted.length, at + wanted.length + 2)];
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

function numbersIn(text: string): Set<string> {
  return new Set([...text.matchAll(/(?<![\d.])\+?\d(?:[ ().-]{0,2}\d){6,15}(?!\d)/g)].flatMap(([number]) => numberIn(number) ?? []));
}
