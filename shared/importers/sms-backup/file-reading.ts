import { clipped } from '../bytes/clipped';
import type { NeutralMessage, NeutralPart } from '../parts';
import type { LeftOver, LongValue, OpenTag, XmlEvent } from '../xml/events';
import type { Place } from '../xml/stretch';
import { Batches } from './batches';
import { nobody, owner, withheld, type Conversation, type Conversations, type People } from '../conversations/phone-conversations';
import { callKinds, directionOf } from './directions';
import type { EmbeddedFiles } from './embedded-files';
import { messagesOf, notUnderstoodMessages, placeOf } from './entries';
import { LongValues } from './long-values';
import { Mms, partName } from './mms';
import { peopleOf } from './mms-people';
import { contactNameOf, fieldOf, type Fields } from './values';
import { isSignalRoot } from './signal-root';
import type { MessageFlag } from '../../model/message-facts';

/** What goes on from file to file of one source. */
export interface SharedReading {
  readonly conversations: Conversations;
  readonly files: EmbeddedFiles;
  /** Of conversations with one number: what the files hold. */
  readonly service: string;
}

/** Tags that stand around what is read, and mean nothing by themselves. */
const frames: ReadonlySet<string> = new Set(['sms', 'call', 'parts', 'part', 'addrs', 'addr']);

/** Reads one file, tag by tag. */
export class FileReading {
  #out: NeutralPart[] = [];
  readonly #batches: Batches;
  readonly #shared: SharedReading;
  readonly #longValues = new LongValues();
  #root: { readonly tag: OpenTag; entries: number } | null = null;
  #mms: Mms | null = null;
  /** The `data` of the tag under way came in pieces. */
  #hasData = false;

  constructor(readonly path: string, shared: SharedReading) {
    this.#batches = new Batches(path);
    this.#shared = shared;
  }

  /** The parts that these tags give. */
  take(events: readonly XmlEvent[]): NeutralPart[] {
    this.#out = [];
    for (const event of events) {
      if (event.event === 'value') {
        this.#takeValue(event);
        continue;
      }
      // What is still open now was cut off within its value.
      this.#out.push(...this.#shared.files.end(false));
      if (event.event === 'open') this.#takeTag(event);
      else if (event.event === 'left-over') this.#takeLeftOver(event);
      else if (event.name === 'mms' && this.#mms !== null) this.#endMms(this.#mms, event.offset + event.length);
      else if (event.name === 'smses' || event.name === 'calls') this.#endRoot(true);
      else if (!frames.has(event.name)) this.#notUnderstood(event, event.source);
      if (this.#mms !== null) this.#mms.end = event.offset + event.length;
      this.#hasData = false;
      this.#longValues.clear();
    }
    return this.#out;
  }

  /** What is left when the file has ended. */
  end(): NeutralPart[] {
    this.#out = [...this.#shared.files.end(false)];
    this.#cutMms();
    this.#endRoot(false);
    return [...this.#out, ...this.#batches.flush()];
  }

  #takeValue(value: LongValue): void {
    if (value.name !== 'part' || value.attribute !== 'data' || this.#mms === null) {
      this.#longValues.take(value);
      return;
    }
    if (value.isFirst) {
      this.#hasData = true;
      const name = partName(value.before);
      this.#mms.attachments.push({ name, file: this.#shared.files.begin(name), absent: null });
    }
    this.#out.push(...this.#shared.files.push(value.text));
    if (value.isLast) this.#out.push(...this.#shared.files.end(true));
  }

  #takeLeftOver(stretch: LeftOver): void {
    const isOfTheFrame = stretch.what === 'instruction' ? /^<\?xml(?:-stylesheet)?\s/.test(stretch.source) : stretch.what === 'comment' && stretch.source.startsWith('<!--File Created By SMS Backup & Restore ');
    if (isOfTheFrame || (stretch.what === 'broken' && this.#root === null && isSignalRoot(stretch.source))) return;
    // Its file, if it began one, is told already.
    if (this.#mms !== null && !this.#hasData && /^<part\s/.test(stretch.source)) this.#mms.attachments.push({ name: '', file: '', absent: 'not-opened' });
    this.#notUnderstood(stretch, stretch.source);
  }

  #takeTag(tag: OpenTag): void {
    if (tag.name === 'smses' || tag.name === 'calls') {
      this.#endRoot(false);
      this.#root = { tag, entries: 0 };
      if (tag.isEmpty) this.#endRoot(true);
      return;
    }
    if (tag.name === 'parts' || tag.name === 'addrs') return;
    if (tag.name === 'sms' || tag.name === 'mms' || tag.name === 'call') {
      this.#cutMms();
      if (this.#root !== null) this.#root.entries += 1;
    }
    const fields = this.#longValues.fieldsOf(tag, this.#hasData ? 'data' : null);
    if (fields === null || !this.#takeElement(tag, fields)) this.#notUnderstood(tag, tag.source);
  }

  /** False when it is not understood, or stands where it means nothing. */
  #takeElement(tag: OpenTag, fields: Fields): boolean {
    if (tag.name === 'sms') return this.#takeSms(tag, fields);
    if (tag.name === 'call') return this.#takeCall(tag, fields);
    if (tag.name === 'mms') {
      this.#mms = new Mms(tag, fields);
      if (tag.isEmpty) this.#endMms(this.#mms, tag.offset + tag.length);
      return true;
    }
    if (this.#mms === null) return false;
    if (tag.name === 'addr') return this.#mms.takeAddress(fields);
    const parts = tag.name === 'part' ? this.#mms.takePart(fields, this.#hasData, this.#shared.files) : null;
    if (parts !== null) this.#out.push(...parts);
    return parts !== null;
  }

  #takeSms(tag: OpenTag, fields: Fields): boolean {
    const address = fieldOf(fields, 'address');
    const conversation = this.#conversation(justOne(address, fields), this.#shared.service, nobody);
    if (conversation === null) return false;
    const direction = directionOf(fieldOf(fields, 'type'), fieldOf(fields, 'status'));
    if (direction === null) return this.#add(conversation, notUnderstoodMessages(fields, tag, tag.source, []));
    const subject = fieldOf(fields, 'subject');
    const text = [...(subject === '' ? [] : [subject]), fields.get('body') ?? ''].join('\n');
    const sender = direction.isReceived ? conversation.labelOf(address) : owner;
    return this.#add(conversation, messagesOf({ fields, place: tag, sender, text, flags: direction.flags, attachments: [], call: null }));
  }

  #takeCall(tag: OpenTag, fields: Fields): boolean {
    const number = fieldOf(fields, 'number');
    // Old versions of Android write -1, -2 and -3 for a caller who is unknown, withheld, or at a pay phone.
    const address = /^-\d$/.test(number) ? '' : number;
    const who = number === '-2' || fieldOf(fields, 'presentation') === '2' ? withheld : nobody;
    const conversation = this.#conversation(justOne(address, fields), this.#shared.service, who);
    if (conversation === null) return false;
    const kind = callKinds.get(fieldOf(fields, 'type')) ?? 'not-said';
    const duration = fieldOf(fields, 'duration');
    const seconds = /^\d{1,9}$/.test(duration) ? Number(duration) : null;
    const sender = kind === 'outgoing' ? owner : address === '' ? who : conversation.labelOf(address);
    return this.#add(conversation, messagesOf({ fields, place: tag, sender, text: '', flags: ['call'], attachments: [], call: { kind, isVideo: false, seconds } }));
  }

  #endMms(mms: Mms, end: number): void {
    this.#mms = null;
    const place = { ...mms.tag, length: end - mms.tag.offset };
    const direction = directionOf(fieldOf(mms.fields, 'msg_box'), '');
    if (direction?.isReceived === false && mms.from !== '') this.#shared.conversations.learnOwn(mms.from);
    const people = peopleOf(mms, direction?.isReceived ?? false, this.#shared.conversations);
    const conversation = this.#conversationOf(mms, people);
    if (conversation === null || direction === null) {
      if (conversation === null) this.#notUnderstood(place, mms.tag.source);
      else this.#add(conversation, notUnderstoodMessages(mms.fields, place, mms.asWritten, mms.attachments));
      return;
    }
    const alone = people.addresses.length === 1 ? people.addresses[0] : undefined;
    const from = mms.from !== '' ? mms.from : alone ?? '';
    const sender = direction.isReceived && !this.#shared.conversations.isOwn(from) ? conversation.labelOf(from) : owner;
    const subject = fieldOf(mms.fields, 'sub');
    // A notice of a message that was never fetched has no parts (m_type 130, m-notification-ind).
    if (fieldOf(mms.fields, 'm_type') === '130' && mms.attachments.length === 0) mms.attachments.push({ name: '', file: '', absent: 'not-there' });
    const flags: MessageFlag[] = [...(mms.hasContact ? ['contact' as const] : []), ...direction.flags];
    this.#add(conversation, messagesOf({ fields: mms.fields, place, sender, text: [...(subject === '' ? [] : [subject]), ...mms.texts].join('\n'), flags, attachments: mms.attachments, call: null }));
  }

  /** An `mms` that has no end. */
  #cutMms(): void {
    const mms = this.#mms;
    if (mms === null) return;
    this.#mms = null;
    const place = { ...mms.tag, length: mms.end - mms.tag.offset };
    const isReceived = directionOf(fieldOf(mms.fields, 'msg_box'), '')?.isReceived ?? false;
    const conversation = this.#conversationOf(mms, peopleOf(mms, isReceived, this.#shared.conversations));
    if (conversation === null) this.#notUnderstood(place, mms.tag.source);
    else this.#add(conversation, notUnderstoodMessages(mms.fields, place, mms.asWritten, mms.attachments));
  }

  #conversationOf(mms: Mms, people: People): Conversation | null {
    return this.#conversation(people, mms.isRcs ? 'RCS' : people.addresses.length > 1 ? 'MMS' : this.#shared.service, nobody);
  }

  /** The end of a file's outermost element, or of the file. `isClosed`: it says itself that it ends. */
  #endRoot(isClosed: boolean): void {
    this.#cutMms();
    const root = this.#root;
    if (root === null) return;
    this.#root = null;
    const count = fieldOf(root.tag.attributes, 'count');
    const said = /^\d{1,9}$/.test(count) ? Number(count) : null;
    if (said !== null && said !== root.entries) this.#notUnderstood(root.tag, root.tag.source, { said, read: root.entries });
    else if (said === null && !isClosed) this.#notUnderstood(root.tag, root.tag.source);
  }

  /** Null when there are more conversations than are told apart. */
  #conversation(people: People, service: string, who: string): Conversation | null {
    const found = this.#shared.conversations.with(people, service, who);
    if (found === null) return null;
    if (found.begun !== null) this.#out.push(found.begun);
    return found.conversation;
  }

  #add({ key }: Conversation, messages: readonly NeutralMessage[]): true {
    for (const message of messages) this.#out.push(...this.#batches.add(key, message));
    return true;
  }

  #notUnderstood(place: Place, source: string, counts?: { said: number; read: number }): void {
    this.#out.push({ part: 'not-understood', path: this.path, text: clipped(source, 2000), ...placeOf(place), ...(counts === undefined ? {} : { counts }) });
  }
}

function justOne(address: string, fields: Fields): People {
  return { key: null, addresses: address === '' ? [] : [address], contactName: contactNameOf(fields) };
}
