import { handlesOf, namesOf, type Person } from '../../../../shared/model/person';
import type { ProtectedFactKind, ProtectedFactOffer } from '../../../../shared/model/protected-fact';
import { foldName } from '../../../../shared/text/fold-name';
import { numberIn, sameHandle } from '../../../../shared/text/phone-number';
import { postcodesIn } from '../../../../shared/sweep/address-words';
import { listPeople } from '../people/people';
import type { Queries } from '../rows';
import { listProtectedFacts } from './protected-facts';

const mostOffers = 30;
const emails = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const numbers = /\+?\(?\d[\d\s().-]{7,20}\d/g;

/** What in People may be a fact she protects: names of children, her own numbers and addresses, her place of work, and what notes on her and her children hold of the kind. For her to say; what is listed is not offered. */
export function offerProtectedFacts(from: Queries): ProtectedFactOffer[] {
  const known = new Set(listProtectedFacts(from).flatMap(({ text, alsoWritten }) => [text, ...alsoWritten].map(asKnown)));
  const offers = new Map<string, ProtectedFactOffer>();
  for (const person of listPeople(from)) {
    if (person.role !== 'me' && person.role !== 'child') continue;
    const offer = (kind: ProtectedFactKind, text: string, where: ProtectedFactOffer['from']): void => {
      const trimmed = text.trim().slice(0, 500);
      if (trimmed !== '' && !known.has(asKnown(trimmed)) && !offers.has(asKnown(trimmed)) && offers.size < mostOffers) offers.set(asKnown(trimmed), { kind, text: trimmed, personId: person.id, personName: person.name, from: where });
    };
    if (person.role === 'child') for (const name of namesOf(person)) offer('child', name, 'name');
    for (const handle of handlesOf(person)) {
      const kind = kindOfHandle(handle);
      if (kind !== null) offer(kind, handle, 'handle');
    }
    if (person.role === 'me') offer('work', person.organisation, 'organisation');
    if (person.role === 'child') offer('school', person.organisation, 'organisation');
    for (const { kind, text } of inNote(person)) offer(kind, text, 'note');
  }
  return [...offers.values()];
}

const asKnown = (text: string): string => foldName(sameHandle(text));

const kindOfHandle = (handle: string): ProtectedFactKind | null => (handle.match(emails)?.[0] === handle.trim() ? 'email' : numberIn(handle.trim()) !== null ? 'phone' : null);

function inNote({ note, merged }: Person): { kind: ProtectedFactKind; text: string }[] {
  const text = [note, ...merged.map((one) => one.note)].join('\n');
  return [
    ...postcodesIn(text).map((code) => ({ kind: 'postcode' as const, text: code })), ...(text.match(emails) ?? []).map((one) => ({ kind: 'email' as const, text: one })),
    ...(text.match(numbers) ?? []).filter((one) => numberIn(one.trim()) !== null).map((one) => ({ kind: 'phone' as const, text: one })),
  ];
}
