import type { ChronologySubject } from '../../model/chronology';

/** What a line of the chronology is called on every screen: one of them, and all. Printed pages have words of their own, which speak to a solicitor (pages-case.ts). */
export const chronologySubjects: Readonly<Record<ChronologySubject, { readonly one: string; readonly many: string }>> = {
  incident: { one: 'Incident', many: 'Incidents' },
  contact: { one: 'Police & agencies', many: 'Police & agencies' },
  'counter-allegation': { one: 'Their version', many: 'Their version' },
  'look-up': { one: 'How did they know?', many: 'How did they know?' },
  'turning-point': { one: 'Turning point', many: 'Turning points' },
  document: { one: 'Document', many: 'Documents' },
  excerpt: { one: 'Marked messages', many: 'Marked messages' },
};
