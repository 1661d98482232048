import { expect, it } from 'vitest';
import { onlyShutsOut } from './query-parts';

it.each([['-car', true], ['-car -door', true], ['-"front door"', true], [' -car ', true], ['door -car', false], ['car', false], ['', false], ['-', false], ['e-mail', false]])('“%s” only shuts out: %s', (typed, is) => expect(onlyShutsOut(typed)).toBe(is));
