import type { TaskEvent } from '../../contract/tasks';

type Step = TaskEvent['step'];
const steps: Record<Step, string> = {
  reading: 'Reading the file',
  sealing: 'Sealing the file into your vault',
  storing: 'Storing',
  gathering: 'Gathering your entries',
  pictures: 'Preparing pictures',
  printing: 'Making the pages',
  assembling: 'Putting the pages together',
  marking: 'Putting the name and number on each page',
  sweeping: 'Looking through them for what must not be in them',
  'reading-pictures': 'Reading the words in the pictures, to look through them too',
  writing: 'Writing the file',
  example: 'Making the example', copying: 'Copying', verifying: 'Checking what was written', renewing: 'Renewing everything', indexing: 'Making the search anew',
};

/** Words of the frame around every place: rail, quick exit, finding. */
export const app = {
  name: 'Tidemark',
  places: {
    start: 'Go to', chronology: 'Chronology', messages: 'Messages', documents: 'Documents', mail: 'E-mail', locations: 'Locations', inbox: 'Inbox', people: 'People',
    police: 'Police & agencies', case: 'Your case', 'hand-over': 'Hand over', vault: 'Vault', settings: 'Settings', search: 'Find',
  },
  backTo: (place: string) => `Back to ${place}`,
  railLabel: 'Places',
  quickExit: 'Leave now',
  quickExitHint: 'Press Shift three times: Tidemark covers the screen, locks and goes away.',
  quickExitKey: 'Shift ×3',
  corner: 'Way out',
  lock: 'Lock',
  writeNow: 'Write now',
  find: 'Find or do anything',
  findPlaceholder: 'Type a word, a name, or what you want to do',
  findNothing: 'Nothing found for that.',
  findAll: (text: string) => `See everything that mentions “${text}”`,
  findBest: 'Do this',
  findActions: 'Do',
  findPlaces: 'Go to',
  findRecord: 'In your record',
  subjects: { incident: 'Incident', document: 'Document', message: 'Message', person: 'Person', excerpt: 'Marked messages', page: 'Words in a document', mail: 'E-mail', case: 'Case entry' },
  exampleBanner: 'This is the example. Everything in it is invented.',
  readOnlyBanner: 'This vault can be read but not changed. Damage was found in it.',
  keys: { writeNow: 'Ctrl N', find: 'Ctrl K', lock: 'Ctrl Shift L' },
  keysMac: { writeNow: '⌘ N', find: '⌘ K', lock: '⌘ ⇧ L' },
  steps: (step: Step): string => steps[step],
  units: { bytes: 'MB', messages: 'messages', pages: 'pages', items: 'items' }, hugeUnit: 'GB',
  /** Drawn over everything when nobody was there while files were still on their way into the vault. */
  covered: {
    title: 'Covered',
    words: 'Nobody was here for a while. Tidemark finishes what you began, then it locks. Your passphrase opens it again.',
  },
  understood: 'I have read this',
  starting: 'One moment',
};
