import { spanOf } from '../../../../shared/dates';
import { getExcerpt, whenSaid } from '../conversations/excerpts';
import { countOf } from '../rows';
import type { ToldThing } from './told-thing';

/** Marked messages that stand by themselves are their own exhibit. */
export const toldExcerpt: ToldThing = {
  mayGo: (from, id) => countOf(from, `excerpt WHERE id = ?`, [id]) > 0,
  evidence: (_, id) => [{ kind: 'excerpt', id }],
  plan: (from, id, { number, exhibitMarks }) => {
    const { firstAt, lastAt, shows, conversationTitle, markedUtc } = getExcerpt(from, id);
    const happened = whenSaid(firstAt, lastAt);
    return { subject: 'excerpt', id, number, exhibitMarks, happened, span: spanOf(happened.edtf), title: shows || conversationTitle, firstRecordedUtc: markedUtc };
  },
};
