import { findAll, findFirst, firstOfClass, hasClass, rawText, shownText, type HtmlElement } from '../html/tree';
import { offsetTime } from '../conversations/message-times';
import type { NeutralAttachment, NeutralMessage } from '../parts';
import { nobody, owner, type Conversation } from '../conversations/phone-conversations';
import { cardOf, filesNamedIn, secondsOf, tagsOf, type Card } from './elements';
import type { MessageFlag, NeutralCall } from '../../model/message-facts';

/** What goes with every message of one file. */
export interface Page {
  readonly conversation: Conversation;
  readonly isDeleted: boolean;
  readonly attachment: (name: string) => NeutralAttachment;
}

type Place = Pick<NeutralMessage, 'sourceLine' | 'sourceOffset' | 'sourceLength'>;

/** Words that Google puts where a message had none. */
const wordless: ReadonlySet<string> = new Set(['MMS Sent', 'MMS Received']);
const mostCharacters = 1_000_000;
const mostFiles = 200;

/** The message of a `div.message`; null where it lacks its time or its writer. */
export function messageOf(element: HtmlElement, page: Page, place: Place): NeutralMessage | null {
  const time = firstOfClass(element, 'dt')?.attributes.get('title');
  const card = cardOf(element);
  const words = findFirst(element, ({ name }) => name === 'q');
  if (time === undefined || card === null) return null;
  const named = filesNamedIn(element);
  const text = words === null ? '' : rawText(words).trim();
  if (text.length > mostCharacters || named.length > mostFiles) return null;
  const flags: MessageFlag[] = [...(page.isDeleted ? ['deleted' as const] : []), ...([...findAll(element, (inner) => inner.name === 'a' && hasClass(inner, 'vcard'))].length > 0 ? ['contact' as const] : [])];
  return {
    kind: 'message', sender: writer(card, page.conversation), ...offsetTime(time), text: named.length > 0 && wordless.has(text) ? '' : text, attachments: named.map(page.attachment), flags,
    quoted: null, reactions: [], call: null, ...place,
  };
}

const callTags: ReadonlyMap<string, NeutralCall['kind']> = new Map([['placed', 'outgoing'], ['received', 'incoming'], ['missed', 'missed'], ['voicemail', 'voicemail']]);

/** The call, voicemail or recording of a `div.haudio`; null where it lacks its time. A recording does not say who called. */
export function callOf(element: HtmlElement, page: Page, place: Place): NeutralMessage | null {
  const time = firstOfClass(element, 'published')?.attributes.get('title');
  if (time === undefined) return null;
  const card = callerOf(element);
  const kind = tagsOf(element).map((tag) => callTags.get(tag)).find((told) => told !== undefined) ?? 'not-said';
  const text = transcriptOf(element);
  const named = filesNamedIn(element);
  if (text.length > mostCharacters || named.length > mostFiles) return null;
  const duration = firstOfClass(element, 'duration')?.attributes.get('title');
  const flags: MessageFlag[] = [...(page.isDeleted ? ['deleted' as const] : []), 'call', ...(text === '' ? [] : ['machine-transcript' as const])];
  return {
    kind: 'message', sender: kind === 'outgoing' ? owner : writer(card, page.conversation), ...offsetTime(time), text, attachments: named.map(page.attachment), flags, quoted: null, reactions: [],
    call: { kind, isVideo: false, seconds: duration === undefined ? null : secondsOf(duration) }, ...place,
  };
}

export function callerOf(element: HtmlElement): Card | null {
  const contributor = firstOfClass(element, 'contributor');
  return contributor === null ? null : cardOf(contributor);
}

function writer(card: Card | null, conversation: Conversation): string {
  if (card === null) return nobody;
  return card.isOwner ? owner : conversation.labelOf(card.number || card.name);
}

/** What Google's machine heard: the whole, else word for word; without the times and the sureness of each word, which are in the page and hidden there. */
function transcriptOf(element: HtmlElement): string {
  const description = firstOfClass(element, 'description');
  if (description === null) return '';
  const whole = firstOfClass(description, 'full-text');
  if (whole !== null) return rawText(whole).trim();
  return shownText(description, (inner) => ['start-time', 'end-time', 'confidence'].some((name) => hasClass(inner, name)));
}
