import { member, objectAt, objectOf, objectsAt, textAt, type JsonObject } from '../json/members';

/** `text`: a string, or a list of strings and of objects with a `text` of their own (SerializeText in Telegram's export_output_json.cpp). Markup is taken off. */
export function textOf(message: JsonObject): string {
  const text = member(message, 'text') ?? member(message, 'text_entities');
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return (text as readonly unknown[]).map((part) => (typeof part === 'string' ? part : textAt(objectOf(part) ?? {}, 'text'))).join('');
}

const media = ['place_name', 'address', 'location_information', 'contact_information', 'poll', 'game_title', 'game_description', 'game_link', 'invoice_information', 'giveaway_information', 'giveaway_results', 'paid_stars_amount', 'sticker_emoji'];

/** What a message says besides its words, in the export's own words: a place, a person, a question with its answers. */
export function mediaText(message: JsonObject): string {
  return media.map((key) => (key === 'poll' ? pollText(objectAt(message, 'poll')) : saidBy(member(message, key)))).filter((said) => said !== '').join('\n');
}

function pollText(poll: JsonObject | null): string {
  if (poll === null) return '';
  const answers = objectsAt(poll, 'answers', 100).map((answer) => `- ${textOf(answer)} (voters: ${saidBy(member(answer, 'voters'))}${member(answer, 'chosen') === true ? ', chosen' : ''})`);
  return [textOf({ text: member(poll, 'question') }), ...answers].join('\n');
}

const notSaid = new Set(['id', 'type', 'date', 'date_unixtime', 'edited', 'edited_unixtime', 'actor', 'actor_id', 'action', 'text', 'text_entities', 'reactions', 'photo', 'file', 'width', 'height', 'photo_file_size']);

/** A line of Telegram's own: who, what, and whatever else it says of it (`pin_message`, `invite_members` …), in the export's own words. */
export function serviceText(message: JsonObject, actor: string): string {
  const details = Object.keys(message).slice(0, 60).filter((key) => !notSaid.has(key)).map((key) => [key, saidBy(member(message, key))]).filter(([, said]) => said !== '');
  return [actor, textAt(message, 'action'), ...details.map(([key, said]) => `${key}: ${said}`), textOf(message)].filter((part) => part !== '').join(' · ');
}

/** A member's value in one line; of an object its members, not those within them. */
function saidBy(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return (value as readonly unknown[]).slice(0, 200).map(plain).filter((said) => said !== '').join(', ');
  const object = objectOf(value);
  if (object === null) return '';
  return Object.keys(object).slice(0, 40).map((key) => [key, plain(member(object, key))]).filter(([, said]) => said !== '').map(([key, said]) => `${key}: ${said}`).join(', ');
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
