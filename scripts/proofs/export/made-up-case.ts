import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spanOf } from '../../../shared/dates';
import type { Conversation, Message } from '../../../shared/model/conversation';
import { undated, type Dated } from '../../../shared/model/dated';
import type { Document, DocumentForm } from '../../../shared/model/document';
import { firstMaking } from '../../../shared/model/output';
import type { ExportPlan, PlannedEntry, PlannedExhibit } from '../../../shared/model/export-plan';
import { emptyIncidentContent, type IncidentVersion } from '../../../shared/model/incident';
import { makeDamaged, makeLocked, makePageLost, makePdf, makeTorn, makeTornTwice } from '../../../electron/workers/assemble/testing/made-pdfs';

/** An invented record of any size, with the hard things in it: six scripts, emoji, amendments, vague dates, strangers' files. */
export interface MadeUpCase { readonly plan: ExportPlan; readonly files: ReadonlyMap<string, { name: string; bytes: Uint8Array }> }

export const tellings: readonly string[] = [
  'He came home about nine and stood in the doorway. “No one will believe you,” he said. I went upstairs and wrote this down.',
  'كان ينتظر عند الباب في الساعة 21:30 يوم 12/03/2019 وقال: لن يصدقك أحد. أغلقت الهاتف وكتبت هذا. لا أريد أن أتحدث معه الآن.',
  'اس نے 12 مارچ کو رات 9 بجے میرا فون لے لیا اور کہا کہ کوئی تمہاری بات نہیں مانے گا۔ بچے ڈر گئے تھے۔ لڑکا ٹھیک ہے، ہم لاہور جا رہے ہیں۔',
  '他晚上九点回家，站在门口说：“没有人会相信你。”孩子们都听见了。',
  'Zażądał kluczy i krzyczał przy dzieciach. Sąsiadka słyszała całą kłótnię przez ścianę.',
  'Dywedodd na fyddai neb yn fy nghredu i. Roedd y plant yn y tŷ ac fe glywson nhw bopeth ŵ ŷ.',
  'He sent 😡😡 and then 🚓 with a thumbs up 👍🏽 and a family 👩‍👩‍👧. I did not answer. ❤️',
  'She typed <b>&amp; "quotes"</b> and a path C:\\temp; nothing of it may act.\n\nA second paragraph follows the empty line.',
];
/** What a machine is said to have read on every picture. */
export const wordsOnPictures = 'Tuesdayish photograph';

const dates = ['2019-03-12', '2019-06~', '2020-05/2020-07', '2017', '2018-22', '2021-11-XX', '2020?', '2022-01-05'];

const hex = (text: string) => createHash('sha256').update(text).digest('hex');
/** The id of a document of the made-up case, by its name. */
export const idOf = (name: string): string => hex(name).slice(0, 32);
const id = idOf;
const at = (day: number, hour = 20) => new Date(Date.UTC(2022, 0, 5 + day, hour, 4, 11, 250)).toISOString();
const on = (edtf: string, timeOfDay = ''): Dated => ({ ...undated, typed: edtf === '2019-06~' ? 'about June 2019, I think' : '', edtf, timeOfDay, timeApproximate: timeOfDay !== '', basis: 'memory' });

function entryOf(index: number, longer: number): PlannedEntry {
  const happened = on(dates[index % dates.length]!, index % 8 === 0 ? '21:00' : '');
  const account = `${Array.from({ length: longer }, () => tellings[index % tellings.length]).join('\n')}\nMark of entry: ref-${index + 1}-end.`;
  const content = { ...emptyIncidentContent, title: index % 3 === 0 ? `Event ${index + 1}: at the door` : '', account, happened, where: 'At home', kinds: ['physical', 'control-devices'], effectOnMe: index % 2 === 0 ? 'I could not sleep.' : '', privilegedNote: `privileged-note-${index + 1}` };
  const versions: IncidentVersion[] = [{ number: 1, atUtc: at(index), reason: '', content }];
  if (index % 5 === 0) versions.push({ number: 2, atUtc: at(index + 30), reason: `Remembered more (${index + 1}) 🕯️`, content: { ...content, account: `${account}\nAdded afterwards: added-${index + 1}-end.`, where: 'In the hall' } });
  return {
    subject: 'incident', id: id(`entry ${index}`), number: index + 1, happened, span: spanOf(happened.edtf), title: content.title, firstRecordedUtc: at(index), versions,
    people: [{ name: 'Craig Example', role: 'accused', part: 'did-it' }, { name: 'سارة', role: 'witness', part: 'present' }], exhibitMarks: [],
  };
}

const forms: readonly [RegExp, DocumentForm, string][] = [
  [/\.jpe?g$/i, 'image', 'image/jpeg'], [/\.png$/i, 'image', 'image/png'], [/\.webp$/i, 'image', 'image/webp'], [/\.pdf$/i, 'pdf', 'application/pdf'], [/\.(txt|csv)$/i, 'text', 'text/plain'], [/\.wav$/i, 'audio', 'audio/wav'], [/\.webm$/i, 'video', 'video/webm'],
];

/** A file as the record would have it; its form is told by the ending of its name. */
export function documentOf(name: string, bytes: Uint8Array): Document {
  const [, form, mediaType] = forms.find(([pattern]) => pattern.test(name)) ?? [/$/, 'other' as const, 'application/octet-stream'];
  return {
    id: id(name), status: 'kept', originalName: name, sizeBytes: bytes.length, fileModifiedUtc: at(0, 8), mediaType, form, sha256: createHash('sha256').update(bytes).digest('hex'), addedUtc: at(40), origin: 'added',
    picture: form === 'image' ? { widthPx: 0, heightPx: 0, orientation: 1, takenAsWritten: '2021:09:13 07:41:12', hasPosition: true, device: 'Example Phone 4' } : null,
    title: '', happened: on('2021-09-13'), happenedSpan: spanOf('2021-09-13'), note: '', linkedIncidentIds: [], erased: null,
  };
}

/** Shown by most programs as `photoexe.jpg`. */
export const disguisedName = 'photo\u202egpj.exe';

async function strangersFiles(): Promise<[string, Uint8Array][]> {
  return [
    ['low words.pdf', await makePdf({ words: 'Low', lowText: true, pages: 2 })], ['turned.pdf', await makePdf({ words: 'Turned', turn: 90 })], ['cropped.pdf', await makePdf({ words: 'Cropped', crop: true })],
    ['hostile.pdf', await makePdf({ words: 'Hostile', script: true, form: true })], ['layers.pdf', await makePdf({ words: 'Layers', layers: true })],
    ['half.pdf', await makeDamaged()], ['torn.pdf', await makeTorn()], ['torn twice.pdf', await makeTornTwice()], ['page lost.pdf', await makePageLost()], ['locked.pdf', await makeLocked()], [disguisedName, new TextEncoder().encode('MZ')], ['no picture.jpg', new TextEncoder().encode('not a picture at all')],
    ['رسالة.txt', new TextEncoder().encode('نص عربي في ملف.\nAnd an English line 🙂.\n<script>alert(1)</script>')],
  ];
}

function talkOf(source: Document, count: number): PlannedExhibit['thing'] {
  const conversation: Conversation = {
    id: id('talk'), title: 'Craig', kind: 'whatsapp', service: 'WhatsApp', sources: [{ documentId: source.id, entryName: '' }], bases: ['as-written'], callCount: 0,
    participants: [{ name: 'Craig', handle: '', isMe: false, personId: null }, { name: 'Mara', handle: '', isMe: true, personId: null }],
    messageCount: 3000, firstAt: '2019-03-12T08:00:00', lastAt: '2022-01-01T09:00:00', dateOrder: 'dmy', importedUtc: at(41), mayBeTruncated: false, notUnderstoodCount: 0,
  };
  const messages = Array.from({ length: count }, (_, ordinal): Message => ({
    id: id(`message ${ordinal}`), conversationId: conversation.id, ordinal, kind: ordinal === 3 ? 'system' : 'message', sender: ordinal === 3 ? '' : ordinal % 3 === 0 ? 'Mara' : 'Craig', isMe: ordinal % 3 === 0 && ordinal !== 3,
    at: `2019-03-${String(12 + Math.floor(ordinal / 20)).padStart(2, '0')}T21:${String(ordinal % 60).padStart(2, '0')}:07`, atAsWritten: '12/03/2019, 21:04:07', text: `${tellings[ordinal % tellings.length]!} message-${ordinal}-end`,
    offsetMinutes: null, basis: 'as-written', attachments: ordinal === 7 ? [{ name: 'IMG-20190312-WA0001.jpg', documentId: null, absent: 'left-out' }] : [], flags: ordinal === 5 ? ['edited'] : [], quoted: null, reactions: [], call: null, line: '',
    sourceNumber: 0, sourceLine: 100 + ordinal, sourceOffset: ordinal * 90, sourceLength: 80,
  }));
  return { kind: 'excerpt', conversation, sources: [source], messages, excerpt: { id: id('excerpt'), conversationId: conversation.id, conversationTitle: 'Craig', firstOrdinal: 0, lastOrdinal: count - 1, shows: 'That he said nobody would believe me.', markedUtc: at(42), firstAt: messages[0]!.at, lastAt: messages.at(-1)!.at, linkedIncidentIds: [] } };
}

/** `sampleFolder`: files of the invented case, if they are there. */
export async function makeUpCase({ entries, longer, messages, sampleFolder }: { entries: number; longer: number; messages: number; sampleFolder: string | null }): Promise<MadeUpCase> {
  const sample = sampleFolder === null ? [] : readdirSync(sampleFolder).sort().map((name): [string, Uint8Array] => [name, new Uint8Array(readFileSync(join(sampleFolder, name)))]);
  const given = [...sample, ...(await strangersFiles())];
  const files = new Map(given.map(([name, bytes]) => [id(name), { name, bytes }]));
  const source = documentOf('WhatsApp Chat with Craig.txt', new TextEncoder().encode('the whole export'));
  const planned = Array.from({ length: entries }, (_, index) => entryOf(index, longer)).sort((a, b) => a.span.earliest.localeCompare(b.span.earliest)).map((entry, index) => ({ ...entry, number: index + 1 }));
  const exhibits = [...given.map(([name, bytes]): PlannedExhibit['thing'] => ({ kind: 'document', document: documentOf(name, bytes), holdsPosition: /\.(?:jpe?g|png|webp)$/i.test(name) })), talkOf(source, messages)].map((thing, index): PlannedExhibit => ({ mark: `TM${index + 1}`, citedBy: [planned[index % planned.length]!.id], thing }));
  for (const exhibit of exhibits) planned.find((entry) => entry.id === exhibit.citedBy[0])!.exhibitMarks.push(exhibit.mark);
  return {
    files,
    plan: { planId: id('plan'), making: firstMaking, narrative: null, talk: null, caseName: 'Example v Example', preparedUtc: '2026-05-03T20:04:11.250Z', example: true, includesPrivileged: false, entries: planned, selectionMark: 'K7Q-F2M-9P4', notHere: [], exhibits, bundle: null, privateChildren: [], redaction: null, foundRedactions: [], erasedCount: 2, sealCode: 'K7QF-2M9D-XA4T', historySequence: 412, historyHash: hex('history'), historyEntryCount: 412 },
  };
}
