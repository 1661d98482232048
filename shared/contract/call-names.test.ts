import { expect, test } from 'vitest';
import { contract } from '../contract';
import { callNames, eventNames } from './call-names';
import { events } from './events';

test('the plain names are the contract, no more and no less', () => {
  expect([...callNames].sort()).toEqual(Object.keys(contract).sort());
  expect([...eventNames].sort()).toEqual(Object.keys(events).sort());
});
