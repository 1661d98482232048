import type { CasePage } from './case/case-page';

/**
 * One paper of an output: what it says, whatever it is written as. Blocks are those of pages of the case; nothing in them is cited by id, all by mark.
 * `statement`: A4 with a margin of 3.5 cm (PD 32, 19.1); `page`: as all else that prints. `foot`: stands at the foot of each page of a Word file, beside the page's number.
 */
export interface Paper extends CasePage {
  readonly look: 'page' | 'statement';
  readonly foot: string;
}
