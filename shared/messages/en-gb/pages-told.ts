import type { TurningPointWhat } from '../../model/case/turning-point';
import type { ToldDay } from '../../model/case/told-in-chronology';

/** Words of the chronology's printed entries that are no incidents: contacts with the police and others, counter-allegations, suspected look-ups. They speak of her to her solicitor. */
export const pagesTold = {
  /** Beside the date where that is not when it happened. */
  dayIs: { happened: '', made: 'when it was reported or claimed', learned: 'when she learned of it' } satisfies Record<ToldDay['is'], string>,
  noWords: 'Nothing further was written.',
  threadsChanged: 'What this entry refers to was changed; what it refers to now stands above.',
  changed: 'Refers to', evidence: 'Evidence', goesWith: 'Goes with', entryNumber: (number: number, day: string) => `Entry ${number}${day === '' ? '' : `, ${day}`}`,
  notHere: (count: number) => (count === 1 ? 'one entry that is not in this document' : `${count} entries that are not in this document`),
  privilegedNote: 'Note to solicitor (privileged)', title: 'Title', outcomes: 'Outcome', toldOn: (day: string) => `told on ${day}`,
  contact: {
    when: 'When', form: 'What it was', with: 'With', people: 'People', reference: 'Reference', follows: 'Belongs to', about: 'About',
    said: 'What she said', told: 'What she was told', promised: 'What was promised', by: (day: string) => `by ${day}`, kept: { 'not-said': '', yes: 'kept', partly: 'kept in part', no: 'not kept' },
    given: 'What was given', receipt: (receipt: string) => `receipt or other proof: ${receipt}`, erased: 'erased from the record', notKept: 'not a file in this record', cameBack: 'What came back',
  },
  counterAllegation: {
    happened: 'Said to have happened', by: 'Claimed by', to: 'Claimed to', made: 'Claimed on', learned: 'When she learned of it', reference: 'Reference', theirs: 'What was claimed', hers: 'What she says to it', about: 'Her entries that speak to it',
  },
  lookUp: {
    happened: 'When it showed', since: 'Could be known since', who: 'Who knew', through: 'Who else could have looked or told', systems: 'Where it could have been looked up', known: 'What was known', how: 'How it showed', other: 'How else it could have been known', about: 'Entries it belongs to',
    suspected: 'Suspected, not claimed: that it was looked up is what she asks to have checked.',
  },
  turningPoint: {
    what: 'What changed', happened: 'When', words: 'In her words',
    whats: {
      separated: 'They separated', 'moved-out': 'One of them moved out', 'moved-back': 'They lived together again', 'told-over': 'She told them it was over', 'order-made': 'An order was made', hearing: 'A hearing', 'child-born': 'A child was born', 'arrest-or-charge': 'An arrest or a charge',
      'bail-ended': 'Bail or its conditions ended', other: 'Something else changed',
    } satisfies Record<TurningPointWhat, string>,
  },
};
