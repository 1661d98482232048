import { z } from 'zod';
import { Id } from '../model/identity';
import { AreaToBlackOut, RedactionList, WordsToTakeOut } from '../model/redaction';
import { ById, call, None } from './call';

/** Most lists of what is taken out: one for each recipient, and some to spare. */
export const mostRedactionLists = 100;

const Named = { name: RedactionList.shape.name };

/** Lists of what is taken out of copies. Each change answers with the list as it is now. */
export const redactionCalls = {
  /** By name. */
  'redactions.lists': call('vault', None, z.object({ lists: z.array(RedactionList) })),
  /** Refuses `limit-exceeded` past 100. */
  'redactions.makeList': call('vault', z.object(Named), RedactionList),
  /** The same words and areas under another name, for another recipient. */
  'redactions.copyList': call('vault', z.object({ id: Id, ...Named }), RedactionList),
  'redactions.renameList': call('vault', z.object({ id: Id, ...Named }), RedactionList),
  'redactions.removeList': call('vault', ById, None),
  /** The same words twice change their reason. Refuses `limit-exceeded` past 500. */
  'redactions.addWords': call('vault', z.object({ listId: Id, ...WordsToTakeOut.shape }), RedactionList),
  /** Refuses `erased`, `not-found`, and `limit-exceeded` past 5,000. */
  'redactions.addArea': call('vault', z.object({ listId: Id, ...AreaToBlackOut.shape }), RedactionList),
  'redactions.takeOff': call('vault', z.object({ listId: Id, id: Id }), RedactionList),
} as const;
