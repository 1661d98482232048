export { parseEdtf } from './edtf';
export { sayDate } from './say-date';
export { sortKeyOf } from './sort-key';
export { spanOf } from './span';
export { understandDate } from './understand-date';
export type { DateReading, WhyNotUnderstood } from './understanding';
