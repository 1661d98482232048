import { pages } from '../../messages/en-gb/pages';
import type { IncidentContent } from '../../model/incident';
import { abuseKindOf } from '../../picklists';
import { dateInFull } from '../date-in-full';
import { inLine, inParagraphs } from '../her-words';
import type { Piece } from '../markup';
import type { PrintedField, ToldFields } from './told-fields';

const words = pages.entry;

type Field = PrintedField<IncidentContent>;
type Long = 'account' | 'effectOnMe' | 'effectOnChildren' | 'whatNext' | 'privilegedNote';

const inHerWords = (text: string): Piece => (text.trim() === '' ? null : inParagraphs(text));
const short = (label: string, of: (content: IncidentContent) => unknown, prints: Field['prints'], place?: 'heading'): Field => ({ label, short: true, reads: of, prints, ...(place && { place }) });
const long = (label: string, key: Long, place?: 'lone' | 'privileged'): Field => ({ label, short: false, reads: (content) => content[key], prints: (content) => inHerWords(content[key]), ...(place && { place }) });

export const incidentFields: ToldFields<IncidentContent> = {
  fields: [
    short(words.title, ({ title }) => title, ({ title }) => (title.trim() === '' ? null : inLine(title)), 'heading'),
    short(words.when, ({ happened }) => happened, ({ happened }) => dateInFull(happened), 'heading'),
    short(words.learned, ({ learned }) => learned, ({ learned }) => dateInFull(learned)),
    short(words.where, ({ where }) => where, ({ where }) => inHerWords(where)),
    short(words.kinds, ({ kinds }) => kinds, ({ kinds }) => (kinds.length === 0 ? null : kinds.map((kind) => abuseKindOf(kind)?.label ?? kind).join('; '))),
    long(words.account, 'account', 'lone'),
    long(words.effectOnMe, 'effectOnMe'),
    long(words.effectOnChildren, 'effectOnChildren'),
    long(words.whatNext, 'whatNext'),
    long(words.privilegedNote, 'privilegedNote', 'privileged'),
  ],
  saidChanged: [{ label: words.people, says: words.peopleChanged, reads: ({ people }) => people }],
  noWords: words.noAccount,
  lived: ({ happened }) => happened,
};
