import { describe, expect, test } from 'vitest';
import type { Conversation, Excerpt, Message } from '../model/conversation';
import { undated } from '../model/dated';
import type { Document } from '../model/document';
import { conversationPages } from './conversation-pages';
import { html } from './markup';

const id = (letter: string): string => letter.repeat(32);
const file = (letter: string, originalName: string): Document => ({
  id: id(letter), status: 'kept', originalName, sizeBytes: 9, fileModifiedUtc: null, mediaType: 'text/xml', form: 'text', sha256: letter.repeat(64), addedUtc: '2026-05-03T20:04:11.250Z',
  origin: 'message-source', picture: null, title: '', happened: undated, happenedSpan: { earliest: '', latest: '' }, note: '', linkedIncidentIds: [], erased: null,
});
const message = (given: Partial<Message>): Message => ({
  id: id('1'), conversationId: id('b'), ordinal: 0, kind: 'message', sender: 'Craig', isMe: false, at: '2024-07-14T16:04:03', atAsWritten: '1720969443000', offsetMinutes: 60, basis: 'instant', text: '', attachments: [], flags: [],
  quoted: null, reactions: [], call: null, line: '', sourceNumber: 0, sourceLine: 7, sourceOffset: 100, sourceLength: 50, ...given,
});

/** The words of the printed extract, without its markup. */
function printed(messages: readonly Message[], given: Partial<Conversation> = {}): string {
  const conversation: Conversation = {
    id: id('b'), title: 'Craig', kind: 'sms-backup', service: 'SMS', sources: [{ documentId: id('d'), entryName: '' }], participants: [{ name: 'Craig', handle: '+447700900123', isMe: false, personId: null }, { name: 'Me', handle: '', isMe: true, personId: null }],
    messageCount: 90, callCount: 1, bases: ['instant'], firstAt: '', lastAt: '', dateOrder: null, importedUtc: '2026-05-03T20:04:11.250Z', mayBeTruncated: false, notUnderstoodCount: 0, ...given,
  };
  const excerpt: Excerpt = { id: id('c'), conversationId: id('b'), conversationTitle: 'Craig', firstOrdinal: 0, lastOrdinal: 1, shows: '', markedUtc: '2026-05-03T20:04:11.250Z', firstAt: messages[0]?.at ?? '', lastAt: messages.at(-1)?.at ?? '', linkedIncidentIds: [] };
  const piece = conversationPages({ kind: 'excerpt', excerpt, conversation, messages: [...messages], sources: [file('d', 'sms.xml'), file('e', 'calls.xml')] }, { kind: 'messages', pictures: new Map(), attachments: new Map([[id('f'), { ...file('f', 'photo.jpg'), form: 'image' }]]) }, null);
  return html`${piece}`.source.replace(/<br>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ ([,.;:)])/g, '$1');
}

describe('an extract in print', () => {
  test('says where its times come from, and under each what the export itself writes', () => {
    const page = printed([message({ text: 'Where are you' })]);
    expect(page).toContain('The export gives each as a moment in UTC. They are printed on the clock of the United Kingdom, each with GMT or BST');
    expect(page).not.toContain('none is assumed');
    expect(page).toContain('14 July 2024, 16:04:03 BST In the export: 1720969443000');
    expect(page).toContain('Nobody has checked the clock');
    const written = printed([message({ basis: 'as-written', offsetMinutes: null, atAsWritten: '14/07/2024, 16:04', text: 'x' })]);
    expect(written).toContain('The export does not say which time zone; none is assumed.');
    expect(written).toContain('14 July 2024, 16:04 Line 7');
  });

  test('tells the two hours of an October night apart, and says where the export does not', () => {
    const at = '2024-10-27T01:30:00';
    const page = printed([message({ at, offsetMinutes: 60 }), message({ at, offsetMinutes: 0 }), message({ at, offsetMinutes: null, basis: 'as-written', atAsWritten: '27/10/2024, 01:30' })]);
    expect(page).toContain('01:30:00 BST (the clocks went back that night; the first time this hour came)');
    expect(page).toContain('01:30:00 GMT (the clocks went back that night; the second time this hour came)');
    expect(page).toContain('01:30 (the clocks of the UK went back that night; the export does not say which of the two such hours)');
  });

  test('prints calls, answers, reactions and every file, each by its own word', () => {
    const page = printed([
      message({ call: { kind: 'missed', isVideo: false, seconds: 0 }, flags: ['call'] }),
      message({ call: { kind: 'outgoing', isVideo: true, seconds: 250 }, sender: 'Me', isMe: true, line: '2' }),
      message({ text: 'Please stop', quoted: { sender: 'Craig', text: 'I know <b>where</b> you are' }, reactions: [{ by: 'Craig', what: '👍' }], flags: ['edited', 'reply'] }),
      message({ attachments: [{ name: 'photo.jpg', documentId: id('f'), absent: null }, { name: 'voice.amr', documentId: null, absent: 'left-out' }, { name: '', documentId: null, absent: 'not-opened' }] }),
    ]);
    expect(page).toContain('4 messages of the 90 messages in the conversation, 2 calls among them');
    for (const words of ['Craig Missed call 14 July', 'Me (her) Outgoing video call, 4 minutes 10 seconds phone line 2', 'In answer to Craig (as the export repeats it) I know &lt;b&gt;where&lt;/b&gt; you are Please stop Reactions: 👍 Craig Edited 14 July']) expect(page).toContain(words);
    expect(page).toContain(`Attachment: photo.jpg (9 bytes) SHA-256 ${'f'.repeat(64)} Attachment left out of the export: voice.amr Attachment among the imported files, not taken out of them 14 July`);
  });

  test('never prints as sent what the export says was not', () => {
    expect(printed([message({ text: 'one', flags: ['draft'] }), message({ text: 'two', flags: ['failed'] }), message({ text: 'three', flags: ['pending'] })])).toMatch(/one Draft, never sent .* two Not sent: sending failed .* three Not sent yet when this was exported/);
    expect(printed([message({ text: 'x' })])).not.toMatch(/sent \d/);
  });

  test('names each of several sources, and bytes where a file has no lines to speak of', () => {
    const page = printed([message({ text: 'a' }), message({ sourceNumber: 1, sourceLine: 0, text: 'b' })], { sources: [{ documentId: id('d'), entryName: '' }, { documentId: id('e'), entryName: 'phone/calls.xml' }] });
    expect(page).toContain('Source 1 sms.xml');
    expect(page).toContain('Source 2 calls.xml (9 bytes) Place inside the file phone/calls.xml Exported with SMS Backup &amp; Restore');
    expect(page).toContain('Source 1, line 7');
    expect(page).toContain('Source 2, bytes 100 to 149');
  });

  test('gives the number beside the name', () => expect(printed([message({})])).toContain('Participants Craig (+447700900123) and Me (her)'));
});
