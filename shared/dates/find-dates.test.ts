import { describe, expect, it } from 'vitest';
import { findDates, findDatesInName } from './find-dates';

const of = (text: string, find = findDates): string[] => find(text, 20).map(({ readings }) => readings.map(({ edtf, timeOfDay }) => [edtf, timeOfDay].filter(Boolean).join(' ')).join(' or '));

describe('dates in the names of files', () => {
  it.each([
    ['IMG_20210304_210433.jpg', ['2021-03-04 21:04']], ['PXL_20210304_210433123.MP.jpg', ['2021-03-04 21:04']], ['VID-20210304-WA0001.mp4', ['2021-03-04']],
    ['WhatsApp Image 2021-03-04 at 21.04.33.jpeg', ['2021-03-04 21:04']], ['Screenshot 2021-03-04 at 9.04.33 PM.png', ['2021-03-04 21:04']], ['Screenshot_20210304-210433.png', ['2021-03-04 21:04']],
    ['letter_from_school_4.3.21.pdf', ['2021-03-04 or 2021-04-03']], ['13-03-2021 statement.docx', ['2021-03-13']], ['bank/2019-12/Statement March 2020.pdf', ['2020-03']],
    ['IMG_20211304_000000.jpg', []], ['DSC00123.jpg', []], ['07700900123.vcf', []], ['20210304123.txt', []],
  ])('%s', (name, wanted) => expect(of(name, findDatesInName)).toEqual(wanted));
});

describe('dates in words', () => {
  it.each([
    ['On 12 March 2019 at 9pm he', ['2019-03-12']], ['On 12 March 2019 at 9:30 pm he', ['2019-03-12 21:30']], ['the 3rd of May, 2020.', ['2020-05-03']], ['May 3, 2020', ['2020-05-03']], ['dated 1st September 2021', ['2021-09-01']],
    ['03/04/2020', ['2020-04-03 or 2020-03-04']], ['25/04/20, then 26.04.2020', ['2020-04-25', '2020-04-26']], ['5/5/2021', ['2021-05-05']], ['in June 2018 and again in 2019', ['2018-06']],
    ['2021-03-04T21:04:00Z', ['2021-03-04 21:04']], ['12 March', []], ['31/02/2020', []], ['version 1.2.3.4', []], ['Tel. 01/02/03/04', []], ['page 12/100', []], ['12-MAR-2019', ['2019-03-12']], ['on 24.12.99', ['1999-12-24']],
  ])('%s', (text, wanted) => expect(of(text)).toEqual(wanted));
  it('says where and as what it stands, and stops at the limit', () => {
    expect(findDates('Seen on 12 March 2019. Again 13 March 2019.', 1)).toEqual([{ written: '12 March 2019', at: 8, readings: [{ edtf: '2019-03-12', timeOfDay: '' }] }]);
  });
  it('is quick whatever the text is', () => {
    for (const piece of ['1', '1/', '12 ', 'march ', '2020-', '12th of ', '.1', '1 day of ']) {
      const began = performance.now();
      findDates(piece.repeat(200_000 / piece.length), 20);
      expect(performance.now() - began).toBeLessThan(1500);
    }
  });
});
