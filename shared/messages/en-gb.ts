import { viewer } from './en-gb/viewer';
import { linking } from './en-gb/linking';
import { conversations } from './en-gb/conversations';
import { app } from './en-gb/app';
import { chronology } from './en-gb/chronology';
import { dates } from './en-gb/dates';
import { errors } from './en-gb/errors';
import { incident } from './en-gb/incident';
import { settings } from './en-gb/settings';
import { ui } from './en-gb/ui';
import { openingNotices, unlock } from './en-gb/unlock';
import { vault } from './en-gb/vault';
import { welcome } from './en-gb/welcome';

/**
 * Every text a person reads in the window. For translators: short sentences, "you", the present; a reading age of about
 * eleven; no blame, no praise, no pity, no hurry. A function takes the parts that change; keep its order free.
 * Each area of the program has its own file beside this one.
 */
export const messages = { app, chronology, conversations, dates, errors, incident, linking, openingNotices, settings, ui, unlock, vault, viewer, welcome } as const;
