import { sayDay } from '../../layouts/say';
import { countOf } from '../plural';

/** Words of suspected look-ups, "How did they know?" in "Your case". Suspected, never claimed; no blame for what she cannot say. */
export const lookUps = {
  name: 'Something they knew',
  title: 'How did they know?',
  description: 'What somebody knew and should not have known, and where it may have been looked up.',
  add: 'Add something they knew',
  listLabel: 'What was known', byWho: (who: string) => `What ${who} knew`, about: (what: string) => `What was known: ${what}`,
  emptyTitle: 'Nothing noted here',
  emptyWords: 'If somebody knew your new address, your number, your car or an appointment, and you did not tell them, note it here: what they knew, how it showed, since when it could be known at all. From it your solicitor can ask who looked.',
  pickOne: 'Choose one to read it.',
  group: 'Put together by', groups: { who: 'Who knew it', what: 'What was known' }, nobody: 'Somebody, not named yet', untitled: 'Something they knew',

  known: 'What they knew', knownHint: 'For example: “the street I had moved to”.',
  happened: 'When it showed', howItShowed: 'How it showed', howItShowedHint: 'What they said, wrote or did.',
  knowableSince: 'Since when it could be known', knowableSinceHint: 'The day you moved, changed your number, made the appointment. Between the two days it may have been looked up.',
  who: 'Who knew it',
  systems: 'Where it may have been looked up', systemsHint: 'What you think possible. You need not know.', systemsCount: (count: number) => countOf(count, 'place', 'places'), holder: (holder: string) => `Kept by ${holder}.`, theForce: 'the force', otherSystem: (id: string) => `Another place (“${id}”)`,
  otherWays: 'How else they could have known', otherWaysHint: 'A friend, a child, something posted, a shared account. “I can think of none” is an answer too.',
  otherWaysOpen: 'How else they could have known is not written yet. It can wait, and it need not be much: whoever reads this will ask it first.',
  through: 'Who could have looked or told', throughHint: 'Officers, staff, friends. Only those you have a reason to name.',
  incidents: 'Entries it concerns',
  request: 'For a request', requestHint: 'Only these two go into a draft for your solicitor. What you wrote above stays out, for it may say where you live.',
  sayInRequest: 'What a request may say of it', sayInRequestHint: 'A sentence or two. Leave out where you live and how you can be reached.',
  searchTerms: 'What may have been searched for', searchTermsHint: 'A line each: your name, a registration, the address of that time. Leave out where you live now if they do not know it.',
  titleLabel: 'What it is called', titleHint: 'A few words, such as “My new address”. Use the same words where it is about the same thing.',

  window: 'It may have been looked up',
  windowWords: (fromDay: string, toDay: string): string => {
    if (fromDay === '' && toDay === '') return '';
    if (fromDay === '') return `up to ${sayDay(toDay)}`;
    if (toDay === '') return `since ${sayDay(fromDay)}`;
    return fromDay === toDay ? `on ${sayDay(fromDay)}` : `from ${sayDay(fromDay)} to ${sayDay(toDay)}`;
  },
  turned: 'By these days it showed before it could be known. Look at one of them once more.',

  toRequests: 'Draft requests', requestsTitle: 'Draft requests for your solicitor',
  warnTitle: 'Ask your solicitor first',
  warn: 'A request tells the force, or whoever gets it, what you suspect. Somebody there may know the person. Sent too early it can warn them. These drafts are for your solicitor, who decides whether, when and to whom.',
  which: 'What they are drawn from', onlyRecorded: 'Drafts of yours are left out until they are your record.', noneRecorded: 'Nothing here is your record yet. Open one and make it your record first.', chooseOne: 'Choose at least one.',
  nothingToAsk: 'No place is chosen yet that can be asked. Open one, and say where it may have been looked up.',
  copy: 'Copy', copyNamed: (title: string) => `Copy: ${title}`, copied: 'Copied. It leaves the clipboard after a minute.', occasion: (number: number) => `Occasion ${number}`,
  print: 'Save these as PDF',
  sources: 'Where the rules come from', notConfirmed: 'not confirmed: check with your solicitor',
};

/** Words of the printed page of suspected look-ups. They speak to a solicitor. */
export const pagesLookUps = {
  title: 'Suspected look-ups, and draft requests',
  intro: 'What somebody knew, when it showed, since when it could be known at all, and where the person keeping this record thinks it may have been looked up. Suspected, not claimed. The drafts that follow are for a solicitor to check and change; nothing has been sent.',
  occasion: (number: number, name: string) => `Occasion ${number}: ${name}`, unnamed: 'something that was known',
  entry: 'Entry', who: 'Who knew it', happened: 'When it showed', since: 'Could be known since', window: 'May have been looked up', systems: 'Where it may have been looked up', through: 'Who could have looked or told', incidents: 'About', evidence: 'Linked to this', notSaid: 'Date not given', basis: (date: string, how: string) => `${date} (known from ${how})`,
  known: 'What was known', howItShowed: 'How it showed', otherWays: 'How else it could have been known', otherWaysOpen: 'Nothing is written about this.', otherWaysOpenTitle: 'How else it could have been known',
  turned: 'By these days it showed before it could be known.',
  notice: 'A request tells whoever receives it what is suspected. Its timing and its addressee are for the solicitor to decide.',
  sources: 'Where the rules come from', sourcesOf: 'For each place named above', system: 'Where it may have been looked up', rule: 'Source', standing: 'Checked?', read: 'checked against the text', notRead: 'not checked', sourcesHint: '“Checked against the text”: the makers of this program compared what is said here with that source. “Not checked”: common knowledge, to be looked up before it is relied on.',
};
