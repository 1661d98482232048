import { expect, it } from 'vitest';
import { isPassphraseTooWeak } from './judge-passphrase';

const judged = (typed: string): Promise<boolean> => isPassphraseTooWeak(new TextEncoder().encode(typed.normalize('NFKC')));

it.each(['', 'a', 'password', 'letmein123', 'Daniel1987', '12/03/1985', 'aaaaaaaaaaaa'])('a new vault does not take “%s”', async (typed) => expect(await judged(typed)).toBe(true));
it.each(['velvet harbour oxide nineteen lantern', 'four plain words together', 'xk4#Tq9!vB2mZ', 'قمر الصحراء يضيء بيتنا القديم'])('a new vault takes “%s”', async (typed) => expect(await judged(typed)).toBe(false));
