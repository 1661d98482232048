import { expect, it } from 'vitest';
import { datedFromPicture } from './picture-date';

it('offers a picture’s own date as the device wrote it, without changing its clock', () => {
  expect(datedFromPicture('2021:03:04 23:58:09 +01:00')).toEqual({ typed: '4 March 2021 at 23:58', edtf: '2021-03-04', timeOfDay: '23:58', timeApproximate: false, basis: 'photo-data' });
});
it('offers nothing for what is no date', () => {
  for (const written of ['', '0000:00:00 00:00:00', '2021:02:30 10:00:00', '2021:13:01 10:00:00', '    :  :     :  :  ', '2021:03:04 25:00:00']) expect(datedFromPicture(written)).toBeNull();
});
