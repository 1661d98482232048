/** Words that every kind of entry of the case shares; those it shares with incidents are in incident.ts. */
export const caseEntry = {
  newOne: (name: string) => `New: ${name}`,
  change: (name: string) => `Change: ${name}`,
  changing: 'You are changing this. What was recorded before stays readable beside it.',
  recordHint: 'Everything can stay half done. When it says what you know, make it your record: from then on the time of recording is fixed, and later changes are kept beside it.',
  letGo: 'Let this draft go',
  letChangeGo: 'Leave it as it was',
  evidence: 'Linked to this',
  addDocument: 'Add a document', addMessages: 'Add marked messages', addMail: 'Add an e-mail',
  removeNamed: (name: string) => `Take out: ${name}`,
  erasedThing: 'Erased',
  incidents: 'Entries it concerns', noIncidents: 'No entry is linked yet.', addIncident: 'Link an entry',
  people: 'People',
  choosePerson: 'Who',
  noPerson: 'Nobody chosen',
  takeOut: 'Take out',
  views: {
    front: 'What matters now', deadlines: 'Time limits', 'counter-allegations': 'Their version', 'look-ups': 'How did they know?', patterns: 'Patterns', gaps: 'What could still be asked for', narrative: 'Narrative',
  },
};
