import type { Tie, TieKind } from '../model/case/tie';
import type { PickLabel } from './record-words';

/** How one person knows another. `between`: what is said of the first and the second, both named. */
export const tieLabels: Readonly<Record<TieKind, PickLabel & { between: (from: string, to: string) => string }>> = {
  'worked-with': { label: 'Worked with', explanation: 'In the same team, station, unit or job.', between: (from, to) => `${from} worked with ${to}` },
  supervised: { label: 'Supervised', explanation: 'The first was in charge of the second.', between: (from, to) => `${from} supervised ${to}` },
  trained: { label: 'Trained', explanation: 'The first trained or mentored the second.', between: (from, to) => `${from} trained ${to}` },
  friend: { label: 'Friends', explanation: 'Saw each other outside work.', between: (from, to) => `${from} and ${to} are friends` },
  married: { label: 'Married', explanation: 'Married or civil partners, now or before.', between: (from, to) => `${from} and ${to} are or were married` },
  partner: { label: 'Partners', explanation: 'In a relationship, now or before.', between: (from, to) => `${from} and ${to} are or were partners` },
  relative: { label: 'Relatives', explanation: 'Of one family.', between: (from, to) => `${from} and ${to} are relatives` },
  neighbour: { label: 'Neighbours', explanation: 'Live or lived near each other.', between: (from, to) => `${from} and ${to} are or were neighbours` },
  other: { label: 'Another tie', explanation: 'Say which in your own words.', between: (from, to) => `${from} and ${to} know each other` },
};

/** How she knows of it. */
export const tieKnownLabels: Readonly<Record<Tie['known'], string>> = {
  'not-said': 'Not said', 'own-knowledge': 'I saw it or know it myself', told: 'Somebody told me', document: 'It is in a paper or message', public: 'It is public, such as a page or a newspaper',
};
