import { describe, expect, it } from 'vitest';
import type { TimeClaim } from '../model/file-claims';
import { daysMeant, findScreenDays, screenDayOffers } from './screen-days';

const found = (text: string) => findScreenDays(text, null).map(({ written, means, timeOfDay }) => [written, means, timeOfDay]);
const before = (daysBefore: number) => ({ daysBefore });
const on = (weekday: number) => ({ weekday });

describe('days that a screen names', () => {
  it.each([
    ['Yesterday', 'Yesterday', before(1), ''], ['YESTERDAY', 'YESTERDAY', before(1), ''], ['Today 21:04', 'Today 21:04', before(0), '21:04'], ['Yesterday, 9:15 pm', 'Yesterday, 9:15 pm', before(1), '21:15'],
    ['21:04 yesterday', '21:04 yesterday', before(1), '21:04'], ['last seen today at 20:14', 'last seen today at 20:14', before(0), '20:14'], ['Tuesday', 'Tuesday', on(2), ''], ['Tue 09:12', 'Tue 09:12', on(2), '09:12'],
    ['© Yesterday v', 'Yesterday', before(1), ''], ['Missed voice call yesterday', 'Missed voice call yesterday', before(1), ''], ['Yesterday 9:04', 'Yesterday 9:04', before(1), ''], ['Today, 12:05am', 'Today, 12:05am', before(0), '00:05'],
    ['Heddiw 14:30', 'Heddiw 14:30', before(0), '14:30'], ['Ddoe', 'Ddoe', before(1), ''], ['Dydd Mercher 21:04', 'Dydd Mercher 21:04', on(3), '21:04'], ['Echdoe am 08:15', 'Echdoe am 08:15', before(2), '08:15'], ['Sad 10:00yb', 'Sad 10:00yb', on(6), '10:00'],
  ])('%s', (text, written, means, time) => expect(found(`Mark\n${text}\nYou know what happens`)).toEqual([[written, means, time]]));

  it.each([
    'You are not leaving today', 'leaving\ntoday', 'I saw you yesterday at 9:15', 'Today?', 'Yesterday!', 'yesterday.', 'Tuesday.', 'Tuesday 12 March', 'Tuesday 12', 'Tue 12/3', 'Mawrth 2024', 'Mawrth', 'Sunday Times', 'Today or Yesterday', 'sun', 'Monday 25:70',
  ])('not in what somebody says, nor with its date: %s', (text) => expect(found(text)).toEqual([]));

  it('on the right of a list of conversations, by the room before it', () => {
    const box = (start: number, end: number, left: number, width: number) => ({ start, end, left, top: 0.1, width, height: 0.02 });
    const text = 'Mark Ellis Yesterday';
    expect(findScreenDays(text, [box(0, 4, 0.1, 0.08), box(5, 10, 0.2, 0.1), box(11, 20, 0.8, 0.18)])).toEqual([{ written: 'Yesterday', start: 11, end: 20, means: before(1), timeOfDay: '' }]);
    expect(findScreenDays(text, [box(0, 4, 0.1, 0.08), box(5, 10, 0.2, 0.1), box(11, 20, 0.32, 0.18)])).toEqual([]);
  });

  it('says where it stands, each day once, and no time where there are several', () => {
    const text = 'Mark\n\nYesterday 21:04\nPick up\nYesterday 21:09\nToday 08:00';
    const days = findScreenDays(text, null);
    expect(days.map(({ written, timeOfDay, start, end }) => [written, timeOfDay, text.slice(start, end)])).toEqual([['Yesterday 21:04', '', 'Yesterday 21:04'], ['Today 08:00', '08:00', 'Today 08:00']]);
  });

  it('is quick with a text made to be slow', () => {
    const begun = performance.now();
    findScreenDays(`${'Today '.repeat(30_000)}\n${'Today at at at at at at\n'.repeat(50_000)}`, null);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('the day it means', () => {
  it('counts from the day, over the end of a month and a leap day', () => {
    expect(daysMeant(before(1), '2024-03-01')).toEqual(['2024-02-29']);
    expect(daysMeant(before(0), '2024-03-03')).toEqual(['2024-03-03']);
    // 3 March 2024 was a Sunday.
    expect(daysMeant(on(2), '2024-03-03')).toEqual(['2024-02-27']);
    expect(daysMeant(on(7), '2024-03-03')).toEqual(['2024-03-03', '2024-02-25']);
    expect(daysMeant(before(1), '')).toEqual([]);
  });

  const taken = (clock: string): TimeClaim => ({ says: 'taken', block: 'exif', name: 'DateTimeOriginal', asWritten: clock, clock, offset: '', place: null });
  const offers = (picture: { screenshotSigns: ('named-so')[]; device: string; times: TimeClaim[] }, name = 'a.png') => screenDayOffers(picture, name, 'Yesterday 21:04', null).map(({ takenDay, days }) => [takenDay, ...days]);

  it('from the picture’s own time, else from its name, else from nothing', () => {
    expect(offers({ screenshotSigns: ['named-so'], device: '', times: [taken('2024-03-03T22:10:00')] }, 'Screenshot_20240401-101010.png')).toEqual([['2024-03-03', '2024-03-02']]);
    expect(offers({ screenshotSigns: ['named-so'], device: '', times: [] }, 'Screenshot_20240401-101010.png')).toEqual([['2024-04-01', '2024-03-31']]);
    expect(offers({ screenshotSigns: [], device: '', times: [] })).toEqual([['']]);
  });
  it('not of what a camera took, unless it is said to be a screen', () => {
    expect(offers({ screenshotSigns: [], device: 'Apple iPhone 8', times: [taken('2024-03-03T22:10:00')] })).toEqual([]);
    expect(offers({ screenshotSigns: ['named-so'], device: 'Apple iPhone 8', times: [taken('2024-03-03T22:10:00')] })).toEqual([['2024-03-03', '2024-03-02']]);
  });
});
