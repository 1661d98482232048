import { expect, test } from 'vitest';
import { RecipientRole } from '../../model/recipient';
import { mustSayWhy } from './private-children';

test('police, the body that watches over them and the press are asked about; her lawyers, courts and helpers are not', () => {
  expect(RecipientRole.options.filter((role) => mustSayWhy(role, true))).toEqual(['iopc', 'professional-standards', 'force', 'neighbouring-force', 'journalist']);
  expect(RecipientRole.options.filter((role) => mustSayWhy(role, false))).toEqual([]);
});
