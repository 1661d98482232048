import { describe, expect, test } from 'vitest';
import type { Conversation, Excerpt, Message } from '../model/conversation';
import { undated } from '../model/dated';
import type { Document } from '../model/document';
import type { ExportPlan, PlannedEntry, PlannedExhibit } from '../model/export-plan';
import { emptyIncidentContent } from '../model/incident';
import { accountPages } from './export/accounts';
import { entryTable } from './export/entry-table';
import { exhibitList } from './export/exhibit-list';
import { bundleChronology } from '../outputs/bundle/bundle-chronology';
import { conversationPages } from './conversation-pages';
import { escapeText, html } from './markup';
import { inLine, inName, inParagraphs, inWords } from './her-words';
import { compareRecording } from './made-at-the-time';
import { markPlace, pointTo, readCharacters, readPlaceLink, tellCharacters } from './places';
import { sayBetween, sayInstant, saySize } from './say';
import { pages } from '../messages/en-gb/pages';

const content = { ...emptyIncidentContent, account: '<script>alert(1)</script> & "so"', happened: { ...undated, edtf: '2019-06~', typed: 'about June' }, privilegedNote: 'for my solicitor only' };
const entry: PlannedEntry = {
  subject: 'incident', id: 'a'.repeat(32), number: 3, happened: content.happened, span: { earliest: '2019-05-01', latest: '2019-07-31' }, title: '', firstRecordedUtc: '2026-05-03T20:04:11.250Z',
  versions: [{ number: 1, atUtc: '2026-05-03T20:04:11.250Z', reason: '', content }, { number: 2, atUtc: '2026-05-04T10:00:00.000Z', reason: 'I was <wrong>', content: { ...content, account: 'The later words' } }],
  people: [{ name: '<b>Craig</b>', role: 'accused', part: 'did-it' }], exhibitMarks: ['TM1'],
};

const accountsOf = (one: PlannedEntry, includesPrivileged: boolean): string => html`${accountPages([one], true, includesPrivileged)}`.source;

describe('text on the page', () => {
  test('nothing a person writes becomes markup', () => {
    expect(escapeText(`<a href='x' onclick="y">&`)).toBe('&lt;a href=&#39;x&#39; onclick=&quot;y&quot;&gt;&amp;');
    expect(html`<p title="${'"><script>'}">${['<i>', html`<b>${'<u>'}</b>`]}</p>`.source).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;i&gt;<b>&lt;u&gt;</b></p>');
    const printed = accountsOf(entry, false);
    for (const bad of ['<script>', '<b>Craig', '<wrong>']) expect(printed).not.toContain(bad);
  });
  test('what cannot print is shown to have been there, and no line turns the page round', () => {
    expect(escapeText('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc');
    expect(escapeText('\u202eturned\nnext')).toBe('\u202eturned\u202c\nnext');
    expect(escapeText('x\u202cy')).toBe('xy');
  });
  test('a name cannot disguise itself or turn its neighbours round; what she wrote stays exact', () => {
    expect(inName('photo\u202egpj.exe').source).toBe('<bdi>photo[RLO]gpj.exe</bdi>');
    expect(inLine('turned \u202eround').source).toBe('<bdi>turned \u202eround\u202c</bdi>');
    const printed = accountsOf({ ...entry, title: 'Door\u2067', people: [{ name: 'Craig\u202e', role: 'accused', part: 'did-it' }] }, false);
    expect(printed).toContain('<bdi>Craig[RLO]</bdi>');
    expect(printed).toContain('<bdi>Door\u2067\u2069</bdi>');
  });
  test('Arabic, Urdu and Chinese are named as such, every line with its own direction', () => {
    expect(inWords('He said لن يصدقك أحد twice').source).toBe('He said <span lang="ar">لن يصدقك أحد</span> twice');
    expect(inWords('کوئی نہیں').source).toContain('lang="ur"');
    expect(inWords('她说了').source).toContain('lang="zh"');
    expect(inParagraphs('one\n\nطفل').source.match(/dir="auto"/g)).toHaveLength(2);
  });
  test('an emoji keeps all its characters', () => {
    expect(readCharacters(tellCharacters('👩‍👩‍👧'))).toBe('👩‍👩‍👧');
    expect(inWords('a 👍🏽.').source).toBe(`a <a class="emoji" href="${tellCharacters('👍🏽')}">👍🏽</a>.`);
    expect(inWords('12 # *').source).toBe('12 # *');
  });
});

describe('an entry', () => {
  test('shows the record as first made, then the amendment with its time and reason', () => {
    const printed = accountsOf(entry, false);
    const [first, amended, reason, later] = ['As first recorded, 3 May 2026, 21:04 BST', 'Amendment 1, 4 May 2026, 11:00 BST', 'I was &lt;wrong&gt;', 'The later words'].map((words) => printed.indexOf(words));
    expect(first).toBeGreaterThan(0);
    expect([first, amended, reason, later]).toEqual([first, amended, reason, later].sort((a, b) => a! - b!));
    expect(printed).toContain('about June 2019');
  });
  test('holds no privileged note unless it was chosen, whatever the plan brings', () => {
    expect(accountsOf(entry, false)).not.toContain('for my solicitor only');
    expect(accountsOf(entry, true)).toContain('for my solicitor only');
  });
});

describe('made at the time', () => {
  const day = (earliest: string, latest = earliest) => ({ earliest, latest });
  test.each([
    [day('2026-05-03'), '2026-05-03T20:04:11.250Z', { kind: 'at-the-time', daysAfter: 0 }],
    [day('2026-05-02'), '2026-05-03T20:04:11.250Z', { kind: 'at-the-time', daysAfter: 1 }],
    // 23:30 UTC is the next day by the UK's clock in summer.
    [day('2026-05-04'), '2026-05-03T23:30:00.000Z', { kind: 'at-the-time', daysAfter: 0 }],
    [day('2026-05-01'), '2026-05-03T20:04:11.250Z', { kind: 'later', longest: '2 days', shortest: '2 days' }],
    [day('2026-05-01', '2026-05-31'), '2026-05-03T20:04:11.250Z', { kind: 'later', longest: '2 days', shortest: null }],
    [day('2026-05-09'), '2026-05-03T20:04:11.250Z', { kind: 'before' }],
    [day('0001-01-01', '2026-05-01'), '2026-05-03T20:04:11.250Z', { kind: 'unknown' }],
    [day('', ''), '2026-05-03T20:04:11.250Z', { kind: 'unknown' }],
  ])('%o recorded %s', (span, recorded, expected) => expect(compareRecording(span, recorded)).toEqual(expected));
});

test('times name their zone, sizes their bytes, long spans years', () => {
  expect(sayInstant('2026-01-03T20:04:11.250Z')).toBe('3 January 2026, 20:04 GMT');
  expect(saySize(2_401_337)).toBe('2.4 MB (2,401,337 bytes)');
});

test.each([
  ['2026-05-01', '2026-05-02', '1 day'], ['2026-05-01', '2026-06-30', '60 days'], ['2021-03-22', '2025-11-22', '4 years 8 months'], ['2021-03-12', '2025-11-22', '4 years 8 months 10 days'], ['2021-03-23', '2025-11-22', '4 years 7 months 30 days'],
  ['2025-01-31', '2025-04-30', '3 months'], ['2024-02-29', '2025-02-28', '1 year'], ['2024-12-31', '2025-03-01', '60 days'], ['2020-01-01', '2025-01-01', '5 years'],
])('from %s to %s it is exactly %s', (from, to, said) => expect(sayBetween(from, to)).toBe(said));

test('only our own marks are read as places', () => {
  expect(readPlaceLink(markPlace('entry-3'))).toEqual({ does: 'mark', place: 'entry-3' });
  expect(readPlaceLink(pointTo('exhibit-tm1'))).toEqual({ does: 'point', place: 'exhibit-tm1' });
  for (const other of ['https://bundle.invalid.example/to/entry-3', 'https://bundle.invalid/to/../x', 'javascript:1']) expect(readPlaceLink(other)).toBeNull();
});

test('no page claims what only a court can say', () => {
  const said = JSON.stringify(pages, (_key, value: unknown) => (typeof value === 'function' ? (value as (...given: string[]) => string)('x', 'y') : value));
  expect(said).not.toMatch(/compliant|admissible|certified/i);
});

test('a message’s time is printed as precisely as the source wrote it, and no more', () => {
  const document: Document = {
    id: 'd'.repeat(32), status: 'kept', originalName: 'chat.txt', sizeBytes: 9, fileModifiedUtc: null, mediaType: 'text/plain', form: 'text', sha256: 'e'.repeat(64), addedUtc: '2026-05-03T20:04:11.250Z',
    origin: 'message-source', picture: null, title: '', happened: undated, happenedSpan: { earliest: '', latest: '' }, note: '', linkedIncidentIds: [], erased: null,
  };
  const written = (atAsWritten: string): string => {
    const at = '2021-11-05T18:30:00';
    const message: Message = { id: 'a'.repeat(32), conversationId: 'b'.repeat(32), ordinal: 0, kind: 'message', sender: 'Craig', isMe: false, at, atAsWritten, text: 'x', offsetMinutes: null, basis: 'as-written', attachments: [], flags: [], quoted: null, reactions: [], call: null, line: '', sourceNumber: 0, sourceLine: 7, sourceOffset: 0, sourceLength: 1 };
    const conversation: Conversation = { id: 'b'.repeat(32), title: 'Craig', kind: 'whatsapp', service: 'WhatsApp', sources: [{ documentId: document.id, entryName: '' }], participants: [], messageCount: 1, callCount: 0, bases: ['as-written'], firstAt: at, lastAt: at, dateOrder: 'dmy', importedUtc: document.addedUtc, mayBeTruncated: false, notUnderstoodCount: 0 };
    const excerpt: Excerpt = { id: 'c'.repeat(32), conversationId: conversation.id, conversationTitle: 'Craig', firstOrdinal: 0, lastOrdinal: 0, shows: '', markedUtc: document.addedUtc, firstAt: at, lastAt: at, linkedIncidentIds: [] };
    return html`${conversationPages({ kind: 'excerpt', excerpt, conversation, messages: [message], sources: [document] }, { kind: 'messages', pictures: new Map(), attachments: new Map() }, null)}`.source;
  };
  expect(written('05/11/2021, 18:30')).toContain('5 November 2021, 18:30 to 5 November 2021, 18:30<');
  expect(written('05/11/2021, 18:30')).not.toContain('18:30:00');
  expect(written('05/11/2021, 18:30:00').match(/18:30:00/g)).toHaveLength(3);
  expect(written('٠٥/١١/٢٠٢١، ١٨:٣٠:٠٠')).toContain('18:30:00');
});

describe('the tables of a document', () => {
  test('no cell is empty: it would have no tag, and its row be heard a cell short', () => {
    const bare: PlannedEntry = { ...entry, happened: undated, exhibitMarks: [] };
    const exhibit = { mark: 'TM2', citedBy: [], thing: { kind: 'mail', mail: { subject: 'Re: <Tuesday>', date: null } } } as unknown as PlannedExhibit;
    const facts = { plan: { entries: [entry, bare], exhibits: [exhibit] } as unknown as ExportPlan, pageNumbers: new Map<string, string>(), pageCount: 9, sections: [] };
    const tables = [entryTable, exhibitList, bundleChronology].map((section) => (section.stands === 'front' ? html`${section.pages(facts)}`.source : ''));
    for (const table of tables) {
      expect(table).not.toMatch(/<t[dh][^>]*>\s*<\/t[dh]>/);
      expect(table).toContain('<td class="mark-cell"><span class="quiet">None</span></td>');
    }
    expect(tables[0]).toContain('<td class="when-cell">Date not given</td>');
  });
});
