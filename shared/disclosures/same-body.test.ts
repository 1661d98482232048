import { expect, it } from 'vitest';
import { sameBody } from './same-body';

const of = (one: string, other: string): string => sameBody([one], [other]);

it('takes a department of a force for the force', () => {
  expect(of('Professional Standards, Northmoor Police (invented)', 'Northmoor Police')).toBe('same');
  expect(of('Northmoor Police, Professional Standards Department', 'northmoor police')).toBe('same');
  expect(of('PSD, Northmoor Police', 'Custody, Northmoor Police')).toBe('same');
  expect(sameBody(['PC Holt', 'Northmoor Police'], ['The Northmoor Police'])).toBe('same');
});

it('says perhaps where the names do not tell', () => {
  expect([of('Northmoor PSD', 'Northmoor Police'), of('PSD', 'Northmoor Police'), of('Northmoor police station', 'Northmoor Police'), of('the police', 'Northmoor Police'), of('Northmoor', 'Northmoor Police'), of('Northmoor Constabulary', 'Northmoor Police')]).toEqual(Array(6).fill('perhaps'));
  expect(of('Victims’ Unit, Northmoor Police', 'Northmoor Police')).toBe('perhaps');
});

it('keeps another force, and another kind of body in the same place, apart', () => {
  expect([of('Eastmarch Police', 'Northmoor Police'), of('Professional Standards, Eastmarch Police', 'Northmoor Police'), of('Family Court at Northmoor', 'Northmoor Police'), of('Northmoor Council', 'Northmoor Police'), of('Northmoor walk-in centre', 'Northmoor Police'), of('The surgery', 'Northmoor Police'), of('Family Court, Northmoor Police station', 'Northmoor Council')]).toEqual(Array(7).fill('another'));
  expect(of('IOPC', 'Northmoor Police')).toBe('another');
});
