import { repeatedHourOf, zoneOf } from '../dates/moment-zone';
import { pages } from '../messages/en-gb/pages';
import type { Message } from '../model/conversation';
import { sayDay } from './say';

type Timed = Pick<Message, 'at' | 'atAsWritten' | 'offsetMinutes' | 'basis'>;

/** `12 March 2019, 21:04:00 GMT`: to the second where the source has seconds, with a zone where it settles one; '' without a time. */
export function sayMessageTime(message: Timed): string {
  const { at, atAsWritten, basis } = message;
  if (at === '') return '';
  const hasSeconds = basis === 'instant' || /\p{Nd}[:.]\p{Nd}{2}[:.]\p{Nd}{2}/u.test(atAsWritten);
  const zone = zoneOf(message).name;
  return `${sayDay(at.slice(0, 10)).replace(/^\S+ /, '')}, ${at.slice(11, hasSeconds ? 19 : 16)}${zone === '' ? '' : ` ${zone}`}`;
}

/** What must be known of a time in the hour that comes twice in October; '' at any other. */
export function sayRepeatedHour(message: Timed): string {
  const hour = repeatedHourOf(message);
  return hour === null ? '' : pages.messages.hours[hour];
}
