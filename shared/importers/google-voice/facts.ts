import { clipped } from '../bytes/clipped';
import { readHtml } from '../html/cutter';
import { hasClass, rawText } from '../html/tree';
import type { SourceFile } from '../source';
import { cardOf, cardsOf, filesNamedIn, saysDeleted, type Card } from './elements';

/** What must be known of a file before its first message: with whom it is, which only a later message or the end may say. */
export interface FileFacts {
  /** Everybody in it but the owner, each number once. */
  readonly others: readonly Card[];
  readonly isDeleted: boolean;
  /** Names of files that its messages give, each time they do; of a great many, the first. */
  readonly named: readonly string[];
}

const mostPeople = 2000;
const mostNamed = 20_000;

/** The elements of an export that say something: a message of a text conversation; its people; a call; tags and whether it was deleted; a note; the title. */
export function isWanted(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (name === 'title') return true;
  if (name !== 'div') return false;
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  return ['message', 'participants', 'haudio', 'tags', 'deletedStatusContainer', 'noteContainer'].some((wanted) => classes.includes(wanted));
}

/** Reads a file once for what must be known before. `learnOwn`: told each number that is the owner's. */
export async function factsOf(file: SourceFile, learnOwn: (number: string) => void): Promise<FileFacts> {
  const listed = new Map<string, Card>();
  const writing = new Map<string, Card>();
  const named: string[] = [];
  let title = '';
  let isDeleted = false;
  const meet = (cards: Map<string, Card>, card: Card | null): void => {
    const known = card === null ? '' : card.number || card.name;
    if (card === null || known === '') return;
    if (card.isOwner) learnOwn(card.number);
    else if (!cards.has(known) && cards.size < mostPeople) cards.set(known, card);
  };
  for await (const pieces of readHtml(file.bytes(), isWanted)) {
    for (const piece of pieces) {
      if (piece.kind !== 'element') continue;
      const { element } = piece;
      if (element.name === 'title') title ||= rawText(element).trim();
      else if (hasClass(element, 'participants')) for (const card of cardsOf(element)) meet(listed, card);
      else if (hasClass(element, 'message')) meet(writing, cardOf(element));
      else if (hasClass(element, 'deletedStatusContainer')) isDeleted ||= saysDeleted(element);
      if (named.length < mostNamed && (hasClass(element, 'message') || hasClass(element, 'haudio'))) named.push(...filesNamedIn(element));
    }
  }
  const others = listed.size > 0 ? [...listed.values()] : [...writing.values()];
  return { others: others.length > 0 ? others : addressee(title), isDeleted, named };
}

/** Of a conversation in which only the owner wrote: to whom, as the title has it, on its second line (`Me to` / `Dan Example`). */
function addressee(title: string): Card[] {
  const name = clipped((title.split('\n').slice(1).join(' ') || '').trim(), 300);
  return name === '' ? [] : [/^\+?\d{3,20}$/.test(name) ? { number: name, name: '', isOwner: false } : { number: '', name, isOwner: false }];
}
