import { Refusal } from '../../../../../shared/contract/errors';
import { pagesNarrative as words } from '../../../../../shared/messages/en-gb/pages-narrative';
import type { CasePage, CasePageBlock, CitedText } from '../../../../../shared/model/case/case-page';
import { isHeading, piecesOf, type Paragraph } from '../../../../../shared/model/case/narrative';
import type { Id } from '../../../../../shared/model/identity';
import type { Queries } from '../../rows';
import { getCaseEntry } from '../case-entries';
import { cites, says } from './cited-text';

/** A narrative as it stands in the record, its paragraphs numbered as those of a statement; what she is still changing is not on it. Refuses `not-found` of what is no recorded narrative, `nothing-chosen` of an empty one. */
export function narrativePage(from: Queries, { entryId }: { entryId: Id }): CasePage {
  const { status, content } = getCaseEntry(from, entryId);
  if (status !== 'recorded' || content.kind !== 'narrative') throw new Refusal('not-found');
  const blocks = blocksOf(content.paragraphs);
  if (blocks.length === 0) throw new Refusal('nothing-chosen');
  return { title: content.title.trim() || words.title, intro: words.intro, isLandscape: false, blocks };
}

function blocksOf(paragraphs: readonly Paragraph[]): CasePageBlock[] {
  let number = 0;
  return paragraphs.filter(({ text }) => text.trim() !== '').map((paragraph): CasePageBlock => {
    if (isHeading(paragraph)) return { block: 'heading', level: 2, words: paragraph.text.trim() };
    return { block: 'paragraph', look: 'plain', text: textOf(paragraph), number: ++number };
  });
}

function textOf(paragraph: Paragraph): CitedText {
  return piecesOf(paragraph).flatMap((piece) => (typeof piece === 'string' ? says(piece) : cites(piece)));
}
