import type { z } from 'zod';
import { clipped } from '../bytes/clipped';
import type { ConversationSourceKind } from '../../model/message-facts';
import type { ConversationPart } from '../parts';
import { SameNumbers } from '../../text/phone-number';

/** How the phone's owner is named: Google's own word; SMS Backup & Restore does not name them. */
export const owner = 'Me';

/** Who has no number: the word of SMS Backup & Restore, and ours for a number that was withheld. */
export const nobody = '(Unknown)';
export const withheld = '(Withheld)';

/** With whom something is: numbers as written; the phone book's name for all of them. `key`: by which the source knows them, where it has one. `isByName`: what stands for a number is a name, and no number is known. */
export interface People {
  readonly key: string | null;
  readonly addresses: readonly string[];
  readonly contactName: string;
  readonly isByName?: boolean;
}

/** One conversation: those who take part besides the owner, each by one name throughout. */
export class Conversation {
  readonly #labels = new Map<string, string>();
  readonly #taken = new Set<string>([owner]);

  constructor(readonly key: string, readonly phoneBook: ReadonlyMap<string, string>, readonly numbers: SameNumbers) {}

  /** `address`: as written. '' is nobody known. */
  labelOf(address: string): string {
    const person = this.numbers.of(address);
    const known = this.#labels.get(person);
    if (known !== undefined) return known;
    const name = address === '' ? nobody : this.phoneBook.get(person) ?? clipped(address, 300);
    // Two numbers of one name are two people until she says otherwise.
    const label = this.#taken.has(name) ? `${clipped(name, 150)} (${clipped(address, 140)})` : name;
    if (this.#labels.size < 10_000) this.#labels.set(person, label);
    this.#taken.add(label);
    return label;
  }
}

/** Most people in one conversation, and conversations in one source, that are told apart. */
const mostPeople = 1999;
const mostConversations = 50_000;

/**
 * All conversations of one source: one for each set of numbers (`phone-number.ts`), whichever file they come from. Names are the phone book's: that of a number is learnt where the number stands alone, for
 * in a group the names are not told by number, unless the source does (`learnName`).
 */
export class Conversations {
  readonly #open = new Map<string, Conversation>();
  readonly #numbers = new SameNumbers();
  readonly #phoneBook = new Map<string, string>();
  /** The owner's own numbers, as far as MMS have shown them. */
  readonly #own = new Map<string, string>();

  constructor(readonly kind: ConversationSourceKind) {}

  isOwn(address: string): boolean {
    return this.#own.has(this.#numbers.of(address));
  }

  learnOwn(address: string): void {
    if (this.#own.size < 20) this.#own.set(this.#numbers.of(address), address);
  }

  /** The first name a number is given stays its name. */
  learnName(address: string, name: string): void {
    const person = this.#numbers.of(address);
    if (name !== '' && !this.#phoneBook.has(person) && this.#phoneBook.size < mostConversations) this.#phoneBook.set(person, clipped(name, 300));
  }

  /** The conversation with these, or with `who` where it is nobody known; `begun` is its first part where it is new. Null when there are more than are told apart. */
  with({ key: named, addresses, contactName, isByName }: People, service: string, who: string): { conversation: Conversation; begun: z.infer<typeof ConversationPart> | null } | null {
    const people = new Map<string, string>();
    for (const address of addresses) {
      const person = this.#numbers.of(address);
      if (!people.has(person)) people.set(person, address);
    }
    const alone = named === null && people.size === 1 ? [...people.keys()][0] : undefined;
    if (alone !== undefined) this.learnName(alone, contactName);
    const key = `${this.kind} ${named !== null ? keyOf([named]) : people.size === 0 ? who : keyOf([...people.keys()].sort())}`;
    const known = this.#open.get(key);
    if (known !== undefined) return { conversation: known, begun: null };
    if (this.#open.size >= mostConversations || people.size > mostPeople) return null;
    const conversation = new Conversation(key, this.#phoneBook, this.#numbers);
    this.#open.set(key, conversation);
    const participants = [...people.values()].map((handle) => ({ name: conversation.labelOf(handle), handle: isByName === true ? '' : clipped(handle, 300), isOwner: false }));
    const handle = clipped([...this.#own.values()][0] ?? '', 300);
    const title = clipped(contactName === '' ? participants.map(({ name }) => name).join(', ') : contactName, 300);
    return { conversation, begun: { part: 'conversation', key, title, service, participants: [...participants, { name: owner, handle, isOwner: true }] } };
  }
}

/** At most 1,000 characters: of more, a checksum (FNV-1a, 64 bits) stands for what does not fit. */
function keyOf(people: readonly string[]): string {
  const whole = people.join('~');
  if (whole.length <= 950) return whole;
  let sum = 0xcbf29ce484222325n;
  for (let at = 0; at < whole.length; at += 1) sum = BigInt.asUintN(64, (sum ^ BigInt(whole.charCodeAt(at))) * 0x100000001b3n);
  return `${clipped(whole, 900)}~ ${people.length} ${sum.toString(16)}`;
}
