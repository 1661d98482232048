import type { NeutralMessage } from '../parts';
import type { ImportChoices } from '../../model/source-preview';
import type { ReadPart } from '../read-part';

/** A message as a reader hands it over, on the given line of its file; what is not said is empty. */
export function madeMessage(line: number, said: Partial<NeutralMessage>): NeutralMessage {
  return {
    kind: 'message', sender: '', at: '', offsetMinutes: null, basis: 'as-written', atAsWritten: said.at ?? '', text: '', attachments: [], flags: [], quoted: null, reactions: [], call: null,
    sourceLine: line, sourceOffset: line * 10, sourceLength: 10, ...said,
  };
}

/** The one conversation of a chat's text. */
export const chatBegins: ReadPart = { part: 'conversation', key: 'chat', kind: 'whatsapp', title: 'Craig', service: 'WhatsApp', participants: [], dateOrder: 'dmy' };

export const chatSays = (messages: NeutralMessage[], entryName = ''): ReadPart => ({ part: 'messages', key: 'chat', file: 0, entryName, messages });

/** What she says of that source: the conversation is wanted, by her title, and who she is in it. */
export const chatChosen = (title: string, meName: string | null): ImportChoices => ({ dateOrder: 'dmy', columns: null, conversations: [{ key: 'chat', title, meName }], mail: null, locations: false });
