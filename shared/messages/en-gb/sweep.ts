import type { ProtectedFactKind, ProtectedFactOffer } from '../../model/protected-fact';
import type { SweepHit, SweepPlace, SweepWhere } from '../../model/sweep';
import { countOf, sayNumber } from '../plural';

const named = (name: string): string => (name === '' ? '' : ` (${name})`);

/** Where something stands in a file, to be read before “of” or “in” and the file's name. */
const where: Readonly<Record<SweepWhere, (name: string, page: number | null) => string>> = {
  'file-name': () => 'The name of the file', page: (_, page) => `Page ${sayNumber(page ?? 1)}`, 'page-picture': (_, page) => `A picture on page ${sayNumber(page ?? 1)}, as a machine read it`,
  'pdf-about': (name) => `What the PDF says of itself${named(name)}`, 'pdf-metadata': () => 'Data of the PDF that no page shows', 'pdf-note': (_, page) => (page === null ? 'A note on a page' : `A note on page ${sayNumber(page)}`), 'pdf-field': (_, page) => (page === null ? 'A field of a form' : `A field on page ${sayNumber(page)}`),
  'pdf-bookmark': () => 'A bookmark', 'pdf-unseen-text': () => 'Text for those who listen, which no page shows', 'pdf-layer': () => 'The name of a layer', 'pdf-inside': () => 'Inside the PDF, where no page shows it', 'earlier-version': () => 'An earlier version that the file still holds',
  'attached-file': () => 'The name of a file that lies inside', picture: (_, page) => `The picture${page === null ? '' : `, page ${sayNumber(page)}`}, as a machine read it`, 'picture-field': (name) => `Data of the photograph${named(name)}`, 'recording-field': (name) => `Data of the recording${named(name)}`,
  text: () => 'The text', 'page-source': () => 'A part of the web page that is not shown', document: (name) => `The document${named(name)}`, 'document-about': () => 'What the document says of itself', 'document-comment': () => 'A comment', 'document-struck-out': () => 'Words struck out, which the file still holds',
  'document-inside': (name) => `Inside the document, where it is not shown${named(name)}`, 'hidden-sheet': () => 'A sheet that is hidden', 'mail-header': (name) => `The e-mail’s header${name === '' ? '' : ` ${name}`}`, 'mail-text': () => 'The text of the e-mail', bytes: () => 'The file itself',
};

/** Words of the sweep: what must never be in what she hands over, and what was found of it. */
export const sweep = {
  facts: {
    title: 'What must never be in it',
    intro: 'Your address, the refuge, a number they must not have. Before anything is saved, every page and every hidden part of it is looked through for these: misspelt, spaced differently, in pictures too.',
    stays: 'This list stays in your vault. Find does not show it, and it is in nothing you hand over.',
    none: 'Nothing is listed yet.',
    kinds: { address: 'Address', postcode: 'Postcode', phone: 'Phone number', email: 'E-mail address', school: 'School or nursery', work: 'Place of work', car: 'Car registration', refuge: 'Refuge', child: 'A child’s name', other: 'Something else' } satisfies Record<ProtectedFactKind, string> as Record<ProtectedFactKind, string>,
    kind: 'What it is', text: 'As you would write it', textHint: 'An address on one line, with its postcode.', alsoWritten: 'Other ways it may be written', alsoWrittenHint: 'One to a line: a pet name, an old number plate. You can leave this empty.',
    add: 'Add to the list', save: 'Save', cancel: 'Cancel', needed: 'Write it first.', kindNeeded: 'Say what it is first.',
    begin: 'Add something', change: 'Change', changeNamed: (text: string) => `Change: ${text}`, remove: 'Take off', removeNamed: (text: string) => `Take off the list: ${text}`, removed: (text: string) => `“${text}” is off the list. Pages are no longer looked through for it.`,
    also: (texts: readonly string[]) => `Also: ${texts.join(', ')}`,
    offersTitle: 'From your record',
    offersIntro: 'These stand in People, for you or your children. Add those that must never be in it.',
    from: { name: (person: string) => `The name of ${person}`, handle: (person: string) => `A number or address of ${person}`, note: (person: string) => `In your note on ${person}`, organisation: (person: string) => `Where ${person} works or goes to school` } satisfies Record<ProtectedFactOffer['from'], (person: string) => string>,
    offer: (text: string) => `Add to the list: ${text}`, offerShort: 'Add',
    listed: (count: number) => sayNumber(count),
    changed: 'You changed this list. The pages were looked through for what was on it before. Make them again.',
  },
  found: {
    openTitle: (count: number) => `${countOf(count, 'place', 'places')} to decide before you can save`,
    openWords: 'This was found in the pages as they would leave. Leave it out, or let it stand and say why.',
    filesTitle: (count: number) => `${countOf(count, 'find', 'finds')} in the files to decide before you can save the bag`,
    filesWords: 'This stands in the files as they would leave. A file cannot be redacted: leave it out, or let it stand and say why.',
    filesSettled: 'Everything that was found in the files is decided',
    filesClean: (facts: number) => (facts === 0 ? 'The files were looked through for places, devices and authors’ names. Nothing was found.' : `The files were looked through for ${countOf(facts, 'thing', 'things')} that must never be in it. Nothing was found.`),
    filesCut: 'More was found in the files than can be listed here. Leave files out, or choose copies.',
    settledTitle: 'Everything that was found is decided',
    clean: (facts: number) => `Looked through for ${countOf(facts, 'thing', 'things')} that must never be in it. Nothing was found.`,
    cleanWithout: 'Nothing is listed that must never be in it, so these pages were looked through only for places, devices and authors’ names. Nothing was found.',
    cut: 'More was found than can be listed here. Leave something out and make the pages again.',
    what: { fact: 'On your list', coordinates: 'Where something was made', device: 'With which device something was made', author: 'Who wrote something', 'not-looked-into': 'Could not be looked into' } satisfies Record<SweepHit['what'], string>,
    sureness: { exact: 'exactly as you wrote it', 'written-otherwise': 'the same, written differently', nearly: 'nearly the same', part: 'a part of it' } satisfies Record<NonNullable<SweepHit['sureness']>, string>,
    /** `around`: how many of the files around it need not be named, because there is but one. Of a bag's files the folder that holds them all is not. */
    place: ({ file, where: at, name, page }: SweepPlace, around = 1): string => `${where[at](name, page)}${file.length > around ? `, in ${file.slice(around).map((part, index) => (index === 0 && around === 0 ? part.replace(/^data\/(?:exhibits\/)?/, '') : part)).join(' › ')}` : ''}`,
    times: (count: number) => (count > 1 ? `${sayNumber(count)} times` : ''),
    show: (page: number) => `Show page ${sayNumber(page)}`, showNamed: (page: number, place: string) => `Show page ${sayNumber(page)}: ${place}`,
    leaveOut: (name: string) => `Leave out “${name}”`, leftOut: (name: string) => `You left out “${name}”. Make the pages again.`, leftOutWords: 'What you left out is gone once the pages are made again. You can leave out more of it first.',
    redact: 'Redact this', redactNamed: (place: string) => `Redact this: ${place}`,
    letStand: 'Let it stand', letStandNamed: (place: string) => `Let it stand: ${place}`, letAllStand: (count: number) => `Let all ${sayNumber(count)} stand`,
    stoodBefore: (reason: string) => `You let this stand before: “${reason}”`, standAgain: 'Let it stand again', standAgainNamed: (place: string) => `Let it stand again, for the same reason: ${place}`, standAgainAll: (count: number) => `Let ${sayNumber(count)} stand again, each for its reason`,
    reasonTitle: 'Let this stand?', reasonWords: 'It will be in what you save, and whoever has the file can read it. That you let it stand and why is kept in your record, without the words themselves.', reasonLabel: 'Why may it stand?', reasonConfirm: 'Let it stand',
    decided: (count: number) => `${sayNumber(count)} decided`, decidedOf: (title: string) => `${title}, decided`,
    stands: (reason: string) => `Stands: ${reason}`, takeBack: 'Take back', takeBackNamed: (place: string) => `Take back: ${place}`,
    unknownFact: 'Something that is no longer on your list', more: (count: number) => `and ${sayNumber(count)} more`,
  },
};
