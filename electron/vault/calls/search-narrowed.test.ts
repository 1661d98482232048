import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NeutralMessage } from '../../../shared/importers/parts';
import { everywhere, type SearchFilter } from '../../../shared/model/search';
import { added, begunImport, bring, committed, message, on, readAs, recorded, say } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

/** A fixed sequence of numbers in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** What is known of a thing without asking the search. */
interface Thing {
  key: string;
  text: string;
  day: string;
  people: readonly string[];
  hasFile: boolean;
}

it('narrows to what a plain reading of everything would, in its order, whatever is asked', async () => {
  const next = sequence(3);
  const below = (count: number): number => Math.floor(next() * count);
  const words = ['the', 'them', 'door', 'kitchen', 'stairs', 'zeppelin'];
  const textOf = (): string => Array.from({ length: 1 + below(6) }, () => words[Math.floor(next() ** 2 * words.length)]).join(' ');
  const dayAt = (number: number): string => new Date(Date.UTC(2020, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
  const { id: craig } = await vault.ask('people.add', { name: 'Craig', role: 'accused' });
  const { id: amal } = await vault.ask('people.add', { name: 'Amal', role: 'witness' });

  // Newest first, as they are to be found: conversations one before the other, messages from the last to the first.
  const messages: Thing[] = [];
  for (const [number, personId] of [craig, null, craig].entries()) {
    const begun = await begunImport(vault, `chat ${number}.txt`);
    await bring(vault, begun, 'a', `bytes ${number}`);
    const said = Array.from({ length: 1300 }, (_, i): NeutralMessage => {
      // In the order of time but for some; some without a date; more and less often with a file.
      const day = i % 97 === 5 ? '' : dayAt(i % 89 === 7 ? below(700) : Math.floor(i / 2));
      const attachments = (i < 500 ? i % 3 === 0 : i % 40 === 0) ? [{ name: 'a.jpg', file: 'a', absent: null }] : [];
      return message(i + 1, textOf(), { at: day === '' ? '' : `${day}T10:00:${String(i % 60).padStart(2, '0')}`, atAsWritten: day, attachments });
    });
    for (let from = 0; from < said.length; from += 1000) await say(vault, begun, said.slice(from, from + 1000));
    const conversation = await committed(vault, begun);
    if (personId !== null) await vault.ask('conversations.amend', { id: conversation.id, title: conversation.title, participants: conversation.participants.map((each) => (each.name === 'Craig' ? { ...each, personId } : each)) });
    for (let firstOrdinal = 0; firstOrdinal < said.length; ) {
      // As the record has them, not as they were sent: what it puts in another order counts.
      const { messages: page } = await vault.ask('messages.page', { conversationId: conversation.id, firstOrdinal, limit: 200 });
      for (const { ordinal, text, at, attachments } of page) messages.unshift({ key: `${conversation.id} ${ordinal}`, text, day: at.slice(0, 10), people: personId === null ? [] : [personId], hasFile: attachments.length > 0 });
      firstOrdinal += page.length;
    }
  }
  const entries: Thing[] = [];
  const papers: Thing[] = [];
  for (let i = 0; i < 30; i += 1) {
    const paper = await added(vault, `paper ${i}.txt`, new Uint8Array(40).fill(i + 1));
    const [first, second] = [textOf(), textOf()];
    await readAs(vault, paper, first, second);
    const day = i % 3 === 0 ? '' : dayAt(below(650));
    if (day !== '') {
      const { happened } = await vault.ask('documents.get', { id: paper });
      await vault.ask('documents.amend', { id: paper, title: '', happened: { ...happened, ...on(day) }, note: '' });
    }
    const people = [[craig], [amal], [craig, amal], []][i % 4] ?? [];
    const account = textOf();
    const happened = i % 5 === 0 ? '' : dayAt(below(650));
    const entry = await recorded(vault, { title: 'x', account, people: people.map((personId) => ({ personId, part: 'present' as const })), ...(happened === '' ? {} : { happened: on(happened) }) });
    const isLinked = i % 2 === 0;
    if (isLinked) await vault.ask('incidents.link', { id: entry, target: { kind: 'document', documentId: paper } });
    entries.push({ key: entry, text: account, day: happened, people, hasFile: isLinked });
    for (const [page, text] of [[1, first], [2, second]] as const) papers.unshift({ key: `${paper} ${page}`, text, day, people: isLinked ? people : [], hasFile: true });
    if (i % 10 !== 9) continue;
    // One more question while things come: what was worked out for the last must not be taken for this.
    await compare('door', { ...everywhere, fromDay: '2020-06-01', hasFile: true });
  }
  const queries: [text: string, holds: (text: string) => boolean][] = [
    ['"the"', (text) => /\bthe\b/.test(text)], ['the', (text) => /\bthe/.test(text)], ['zeppelin', (text) => text.includes('zeppelin')], ['"the door"', (text) => /\bthe door\b/.test(text)],
    ['door kitchen', (text) => text.includes('door') && text.includes('kitchen')], ['stairs -the', (text) => text.includes('stairs') && !/\bthe\b/.test(text)], ['kit* "door the"', (text) => text.includes('kitchen') && /\bdoor the\b/.test(text)],
  ];
  async function compare(text: string, filter: SearchFilter, holds = (some: string) => some.includes(text.trim())): Promise<number> {
    const fits = ({ text: own, day, people, hasFile }: Thing): boolean => holds(own) && (!filter.hasFile || hasFile) && (filter.personId === null || people.includes(filter.personId))
      && ((filter.fromDay === '' && filter.toDay === '') || (day !== '' && day >= (filter.fromDay || '0') && day <= (filter.toDay || '9')));
    const expected = { messages: messages.filter(fits).map(({ key }) => key), pages: papers.filter(fits).map(({ key }) => key), entries: entries.filter(fits).map(({ key }) => key) };
    const { groups } = await vault.ask('search.overview', { text, filter, each: 20 });
    const of = (subject: string): [total: number, more: boolean, keys: string[]] => {
      const group = groups.find((each) => each.subject === subject);
      return [group?.total ?? 0, group?.more ?? false, (group?.hits ?? []).map(({ id, conversationId, ordinal, page }) => (subject === 'message' ? `${conversationId} ${ordinal}` : subject === 'page' ? `${id} ${page ?? 1}` : id))];
    };
    expect([text, filter, 'message', of('message')]).toEqual([text, filter, 'message', [Math.min(1000, expected.messages.length), expected.messages.length > 1000, expected.messages.slice(0, 20)]]);
    expect([text, filter, 'page', of('page')]).toEqual([text, filter, 'page', [expected.pages.length, false, expected.pages.slice(0, 20)]]);
    expect([text, filter, 'incident', of('incident')[0]]).toEqual([text, filter, 'incident', expected.entries.length]);
    // Further on in one kind: all there are.
    const { hits } = await vault.ask('search.find', { text, filter: { ...filter, subjects: ['message'] }, offset: Math.max(0, expected.messages.length - 50), limit: 50 });
    expect([text, filter, hits.map(({ conversationId, ordinal }) => `${conversationId} ${ordinal}`)]).toEqual([text, filter, expected.messages.slice(-50)]);
    return expected.messages.length;
  }
  let narrowed = 0;
  for (let i = 0; i < 80; i += 1) {
    const from = below(690);
    const filter: SearchFilter = {
      subjects: [], fromDay: below(3) === 0 ? '' : dayAt(from), toDay: below(3) === 0 ? '' : dayAt(from + below(below(2) === 0 ? 20 : 400)), personId: [null, null, craig, amal][below(4)] ?? null, hasFile: below(3) === 0,
    };
    const [text, holds] = queries[below(queries.length)] ?? ['', () => false];
    const count = await compare(text, filter, holds);
    if (count > 0 && count < 1000) narrowed += 1;
  }
  expect(narrowed).toBeGreaterThan(25);
}, 120_000);
