import { countOf, sayNumber } from '../plural';

/** Words of making an evidence bag, in the place “Hand over”. */
export const handOverBag = {
  title: 'The evidence bag', intro: 'These pages go in as they stand here. Say what else does.',
  files: 'Files of the exhibits',
  copies: {
    label: 'Copies, without what the files say of themselves',
    hint: (drawn: number, plain: number, rest: number) => [
      drawn > 0 ? `${countOf(drawn, 'picture is', 'pictures are')} drawn afresh, without place, phone or camera.` : '',
      plain > 0 ? `${countOf(plain, 'text goes', 'texts go')} as ${plain === 1 ? 'it is' : 'they are'}.` : '',
      rest > 0 ? `Of ${countOf(rest, 'other file', 'other files')} only the SHA-256 is listed: PDF, recordings and the like cannot be cleaned here.` : '',
    ].filter((part) => part !== '').join(' ') || 'There are no files.',
  },
  originals: { label: 'The originals, byte for byte', hint: (count: number, size: string) => `${countOf(count, 'file', 'files')}, ${size}. They go with everything a phone, camera or program wrote into them. Each is looked through first, and you decide about what is found.` },
  redacted: 'You take something out of these pages. It would still be in the files, so none of them goes into this bag. Their SHA-256 is listed.',
  extracts: (count: number) => `Of ${countOf(count, 'file', 'files')} only some pages go. The ${count === 1 ? 'file itself has' : 'files themselves have'} all of them, so ${count === 1 ? 'it does' : 'they do'} not go into this bag. Only the SHA-256 is listed.`,
  sources: (count: number, size: string) => `Whole conversations and mailboxes too (${countOf(count, 'file', 'files')}, ${size})`, sourcesHint: 'They hold more than you chose: every message and e-mail in them.',
  positionsTitle: (count: number) => `${countOf(count, 'original says', 'originals say')} where ${count === 1 ? 'it was' : 'they were'} made`,
  positionsWords: 'Whoever gets the bag can see it, and may pass it on. It may be where you live now. Ask your solicitor first.',
  devices: (count: number) => `${countOf(count, 'original names', 'originals name')} the phone or camera ${count === 1 ? 'it was' : 'they were'} made with.`,
  more: (count: number) => `and ${sayNumber(count)} more`,
  agree: 'I have read this. Send the originals with all they say.', agreeNeeded: 'Tick this first, or choose copies.',
  looking: 'Looking through the files', lookedStopped: 'Stopped. The files were not looked through, and nothing was saved.',
  leftOut: (count: number) => `You left out ${countOf(count, 'file', 'files')}. The bag lists only the SHA-256. The pages still say what ${count === 1 ? 'it is' : 'they are'}.`,
  putBack: 'Put back', putBackNamed: (name: string) => `Put back: ${name}`,
  form: 'Save it as', forms: { folder: { label: 'A folder', hint: 'Can be opened at once.' }, zip: { label: 'One zip file', hint: 'Easier to send.' } },
  save: 'Save the evidence bag', saving: 'Writing the evidence bag',
  notSaved: 'It was not saved. The pages are still here.', stopped: 'Stopped. Nothing was left behind.',
  saved: (name: string) => `Saved as ${name}. Anyone who has it can read it.`,
  savedShut: (name: string) => `Saved as ${name}, locked with the passphrase.`,
  savedWords: (files: number, leftOut: number) => `${countOf(files, 'file', 'files')} in it.${leftOut > 0 ? ` Of ${countOf(leftOut, 'file', 'files')} only the SHA-256 is listed; index.csv says why.` : ''}`,
  own: 'The bag’s own SHA-256', ownHint: 'Read it out to your solicitor by phone, or give it on paper: with it they can be sure that nobody changed the bag on its way. It stays under “Handed over before”.',
  again: 'Save another',
  past: { kind: 'Evidence bag', own: 'The bag’s own SHA-256', originals: 'with originals', copies: 'without originals' },
  guide: 'The solicitor’s guide by itself',
} as const;
