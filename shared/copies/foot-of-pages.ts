import { recipients as words } from '../messages/en-gb/recipients';
import type { CopyAhead } from '../model/copy';
import { footTo } from './foot-name';

/** What stands at the foot of each page of a copy: whose it is, in the letters that the face of that line has, and its code. */
export function footOfPages({ number, to, code }: Pick<CopyAhead, 'number' | 'code'> & { readonly to: { readonly name: string; readonly organisation: string } }): string {
  const stands = footTo(to);
  return stands === null ? words.foot.bare(number, code) : words.foot.named(number, stands, code);
}
