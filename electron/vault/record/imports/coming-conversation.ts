import type { ConversationSourceKind, TimeBasis } from '../../../../shared/model/message-facts';
import type { NeutralMessage, NeutralParticipant } from '../../../../shared/importers/parts';
import type { ConversationSource } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';

/** Most people named of one conversation; whoever else writes in it is still named at each message. */
const mostParticipants = 2000;

type Minutes = NonNullable<NeutralMessage['offsetMinutes']>;

/** One conversation of an import under way: what is known of it so far. All of it is also in the table, but for what is added up at the end. */
export class ComingConversation {
  readonly participants = new Map<string, NeutralParticipant>();
  readonly sources: ConversationSource[] = [];
  readonly bases = new Set<TimeBasis>();
  count = 0;
  callCount = 0;
  unclearCount = 0;
  firstAt = '';
  lastAt = '';
  /** Steps from one dated message to the next: how many go back in time, and how many forward. */
  backward = 0;
  forward = 0;
  /** Whether its words go into the index as they come; not once it is known that it must be put in another order. */
  isIndexed = true;
  indexedCount = 0;
  readonly #places = new Map<string, number>();
  #before: number | null = null;

  constructor(
    readonly id: Id,
    readonly kind: ConversationSourceKind,
    /** Null: whoever the source says owns it. */
    private readonly me: { name: string | null } | null,
    /** Where its messages begin among all messages. */
    public start: number,
    private readonly randomId: Id,
  ) {}

  /**
   * The id of a message by its place here: 96 random bits of the conversation, then the place. Ids that grow go to the end of their index; half a million that were each drawn alone took a quarter
   * of the whole import to put in between.
   */
  messageId(ordinal: number): Id {
    return this.randomId.slice(0, 24) + ordinal.toString(16).padStart(8, '0');
  }

  /** The number of a source among the conversation's own. */
  sourceNumber(source: ConversationSource): number {
    const place = `${source.documentId} ${source.entryName}`;
    const known = this.#places.get(place);
    if (known !== undefined) return known;
    this.#places.set(place, this.sources.length);
    return this.sources.push(source) - 1;
  }

  name(participant: NeutralParticipant): void {
    const known = this.participants.get(participant.name);
    if (known === undefined ? this.participants.size < mostParticipants : known.handle === '' && participant.handle !== '') this.participants.set(participant.name, participant);
  }

  isMe({ name, isOwner }: NeutralParticipant): boolean {
    return this.me === null ? isOwner : name === this.me.name;
  }

  /** Counts a message that is stored. */
  add(message: NeutralMessage): void {
    this.count += 1;
    if (message.call !== null) this.callCount += 1;
    if (message.kind === 'not-understood') this.unclearCount += 1;
    if (message.sender !== '' && !this.participants.has(message.sender)) this.name({ name: message.sender, handle: '', isOwner: false });
    if (message.at === '') return;
    this.bases.add(message.basis);
    if (this.firstAt === '' || message.at < this.firstAt) this.firstAt = message.at;
    if (message.at > this.lastAt) this.lastAt = message.at;
    const minute = momentOf(message.at, message.offsetMinutes);
    if (this.#before !== null && minute < this.#before) this.backward += 1;
    else if (this.#before !== null && minute > this.#before) this.forward += 1;
    this.#before = minute;
    if (this.isOutOfOrder) this.isIndexed = false;
  }

  /**
   * Whether its messages are to be put in another order than that of the source. An instant says which came first. A clock as written does not (it was put back, or its owner travelled), and the
   * source's own order is then the better witness: unless most of it goes backwards, as exports do that begin with the newest.
   */
  get isOutOfOrder(): boolean {
    if (this.backward === 0) return false;
    return this.bases.has('as-written') ? this.backward > this.forward : true;
  }
}

/** Seconds since 1970 by which messages are ordered: of a time with an offset the instant, else the wall clock as if it were UTC. */
export function momentOf(at: string, offsetMinutes: Minutes | null): number {
  return Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)) - 1, Number(at.slice(8, 10)), Number(at.slice(11, 13)), Number(at.slice(14, 16)), Number(at.slice(17, 19))) / 1000 - (offsetMinutes ?? 0) * 60;
}
