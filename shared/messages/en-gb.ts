import { app } from './en-gb/app';
import { backup } from './en-gb/backup';
import { bundle } from './en-gb/bundle';
import { bringingIn } from './en-gb/bringing-in';
import { caseEntry } from './en-gb/case-entry';
import { caseFront } from './en-gb/case-front';
import { casePrint } from './en-gb/case-print';
import { check } from './en-gb/check';
import { chronologySubjects } from './en-gb/chronology-subjects';
import { checkBundle } from './en-gb/check-bundle';
import { chronology } from './en-gb/chronology';
import { conduct } from './en-gb/conduct';
import { conflictMap } from './en-gb/conflict-map';
import { conversations } from './en-gb/conversations';
import { dates } from './en-gb/dates';
import { deadlines } from './en-gb/deadlines';
import { disclosures } from './en-gb/disclosures';
import { documents } from './en-gb/documents';
import { forKeeping } from './en-gb/for-keeping';
import { fileClaims } from './en-gb/file-claims';
import { errors } from './en-gb/errors';
import { finding } from './en-gb/finding';
import { gaps } from './en-gb/gaps';
import { handOver } from './en-gb/hand-over';
import { exhibitInCopy } from './en-gb/exhibit-in-copy';
import { handOverBag } from './en-gb/hand-over-bag';
import { historyKinds } from './en-gb/history';
import { inbox, tagging } from './en-gb/inbox';
import { incident } from './en-gb/incident';
import { linking } from './en-gb/linking';
import { lookUps } from './en-gb/look-ups';
import { machineWords } from './en-gb/machine-words';
import { police } from './en-gb/police';
import { narrative } from './en-gb/narrative';
import { recipients } from './en-gb/recipients';
import { redaction } from './en-gb/redaction';
import { readingLine } from './en-gb/reading-line';
import { outputs } from './en-gb/outputs';
import { papers } from './en-gb/papers';
import { patterns } from './en-gb/patterns';
import { people } from './en-gb/people';
import { sameConversation } from './en-gb/same-conversation';
import { secondCompartment } from './en-gb/second-compartment';
import { settings } from './en-gb/settings';
import { start } from './en-gb/start';
import { theirVersion } from './en-gb/their-version';
import { sweep } from './en-gb/sweep';
import { ties } from './en-gb/ties';
import { ui } from './en-gb/ui';
import { openingNotices, unlock } from './en-gb/unlock';
import { vault } from './en-gb/vault';
import { viewer } from './en-gb/viewer';
import { waysIn } from './en-gb/ways-in';
import { welcome } from './en-gb/welcome';

/**
 * Every text a person reads in the window. For translators: short sentences, "you", the present; a reading age of about
 * eleven; no blame, no praise, no pity, no hurry. A function takes the parts that change; keep its order free.
 * Each area of the program has its own file beside this one.
 */
export const messages = { app, backup, bundle, bringingIn, caseEntry, caseFront, casePrint, check, chronology, chronologySubjects, conduct, conflictMap, conversations, dates, deadlines, documents, errors, exhibitInCopy, fileClaims, finding, forKeeping, gaps, handOver, historyKinds, inbox, incident, linking, lookUps, machineWords, narrative, openingNotices, outputs, papers, patterns, people, readingLine, recipients, redaction, sameConversation, secondCompartment, settings, start, sweep, tagging, theirVersion, ties, ui, unlock, vault, viewer, waysIn, welcome, disclosures, police, checkBundle, handOverBag } as const;
