import { describe, expect, it } from 'vitest';
import type { TimeClaim } from '../model/file-claims';
import { offersOf } from './date-offers';

const claim = (says: TimeClaim['says'], clock: string, offset = ''): TimeClaim => ({ says, block: 'exif', name: 'x', asWritten: clock, clock, offset, place: null });
const said = (times: readonly TimeClaim[], name = 'a.jpg') => offersOf(times, name).map(({ dated: { typed, edtf, timeOfDay, basis }, says, isFromUtc }) => [says, typed, edtf, timeOfDay, basis, isFromUtc]);

describe('dates a file gives', () => {
  it('the camera’s clock as it is written, whatever zone it says', () => {
    expect(said([claim('taken', '2021-03-04T23:58:09', '+01:00')])).toEqual([['taken', '4 March 2021 at 23:58', '2021-03-04', '23:58', 'photo-data', false]]);
    expect(said([claim('taken', '2018-10-28T01:30')])).toEqual([['taken', '28 October 2018 at 01:30', '2018-10-28', '01:30', 'photo-data', false]]);
  });
  it('UTC on the United Kingdom’s clock, over midnight', () => {
    expect(said([claim('made', '2019-06-30T23:30:00', 'Z')])).toEqual([['made', '1 July 2019 at 00:30', '2019-07-01', '00:30', 'photo-data', true]]);
  });
  it('the same minute once, another as another, never when it was changed, never what is no time', () => {
    expect(said([claim('taken', '2019-03-12T21:05:33'), claim('made', '2019-03-12T21:05:34'), claim('changed', '2020-01-01T00:00'), claim('made', ''), claim('satellite', '2019-03-12T21:06:00', 'Z')]).map(([says]) => says)).toEqual(['taken', 'satellite']);
  });
  it.each([
    ['IMG_20210913_074112.jpg', '2021-09-13', '07:41'], ['IMG-20190312-WA0001.jpg', '2019-03-12', ''], ['Screenshot_20190312-210533_WhatsApp.jpg', '2019-03-12', '21:05'], ['WhatsApp Image 2022-11-13 at 22.10.05.jpeg', '2022-11-13', '22:10'],
    ['signal-2024-05-01-101112.png', '2024-05-01', '10:11'], ['Photo 2019_03_12.png', '2019-03-12', ''],
  ])('in a name: %s', (name, edtf, timeOfDay) => expect(said([], name)).toEqual([['named', expect.any(String), edtf, timeOfDay, 'other', false]]));
  it.each(['IMG_0042.JPG', '20191332.jpg', '1234567890123.jpg', '07700900123.jpg', 'report 2019.pdf', '2019-02-30.png', '20190312123.jpg'])('not in a name: %s', (name) => expect(said([], name)).toEqual([]));
  it('a name that says the same day and no time adds nothing', () => {
    expect(said([claim('taken', '2019-03-12T21:05')], 'IMG-20190312-WA0001.jpg')).toHaveLength(1);
  });
});
