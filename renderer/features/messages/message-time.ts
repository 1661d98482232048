import { nameOffset, repeatedHourOf, zoneOf } from '../../../shared/dates/moment-zone';
import type { Message } from '../../../shared/model/conversation';
import { messages } from '../../../shared/messages/en-gb';
import { sayDayOf, sayTimeOf } from '../../ui-record/say-when';

type Timed = Pick<Message, 'at' | 'atAsWritten' | 'offsetMinutes' | 'basis'>;

/** The time of day as a row shows it; with its zone where the figures alone would mislead: in the hour that comes twice, and on a clock that is not the United Kingdom's. */
export function sayRowTime(message: Timed): string {
  const time = sayTimeOf(message.at);
  if (time === '') return message.atAsWritten;
  const zone = zoneOf(message);
  return zone.name !== '' && (!zone.isUk || repeatedHourOf(message) !== null) ? `${time} ${zone.name}` : time;
}

/** The whole moment with its zone, to the second where the source has it: `Tuesday 12 March 2019, 21:04:10 GMT`; '' where there is none. */
export function sayWholeMoment(message: Timed): string {
  if (message.at === '') return '';
  const seconds = message.basis === 'instant' || hasSeconds(message.atAsWritten);
  return [`${sayDayOf(message.at)}, ${message.at.slice(11, seconds ? 19 : 16)}`, zoneOf(message).name].filter((part) => part !== '').join(' ');
}

/** How the time is known, in plain words, and what of the hour that comes twice must be known. */
export function sayBasis(message: Timed): string {
  const words = messages.conversations.details.basis;
  if (message.at === '') return '';
  const zone = zoneOf(message);
  const basis = message.basis === 'instant' ? words.instant(zone.name) : message.basis === 'offset-written' && message.offsetMinutes !== null ? words['offset-written'](nameOffset(message.offsetMinutes)) : words['as-written'];
  const hour = repeatedHourOf(message);
  return hour === null ? basis : `${basis} ${words.hours[hour]}`;
}

function hasSeconds(written: string): boolean {
  return /\p{Nd}[:.]\p{Nd}{2}[:.]\p{Nd}{2}/u.test(written);
}
