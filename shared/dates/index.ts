export { parseEdtf, writeEdtf, type Edtf, type EdtfDate, type EdtfEnd, type EdtfInterval } from './edtf';
export { spanOf, openStartDay, openEndDay } from './span';
export { sortKeyOf } from './sort-key';
export { sayDate, sayTime, type SayOptions } from './say-date';
export { understandDate } from './understand-date';
export type { DateReading, DateUnderstanding } from './understanding';
