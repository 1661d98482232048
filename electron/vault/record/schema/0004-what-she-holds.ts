import { documentsRead } from './0004/documents-read';
import { inboxAndTags } from './0004/inbox-and-tags';
import { keptSearches } from './0004/kept-searches';
import { mailAndLocations } from './0004/mail-and-locations';
import { photographsAndFilms } from './0004/photographs-and-films';

/** Schema 4: everything she holds besides conversations: what documents say page by page, mail, locations, the inbox, tags, kept searches, halves of Live Photos. Several lists, one step. */
export const whatSheHolds: readonly string[] = [...documentsRead, ...mailAndLocations, ...inboxAndTags, ...keptSearches, ...photographsAndFilms];
