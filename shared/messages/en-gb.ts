import { app } from './en-gb/app';
import { errors } from './en-gb/errors';
import { ui } from './en-gb/ui';
import { openingNotices, unlock } from './en-gb/unlock';
import { welcome } from './en-gb/welcome';

/**
 * Every text a person reads in the window. For translators: short sentences, "you", the present; a reading age of about
 * eleven; no blame, no praise, no pity, no hurry. A function takes the parts that change; keep its order free.
 * Each area of the program has its own file beside this one.
 */
export const messages = { app, errors, openingNotices, ui, unlock, welcome } as const;
