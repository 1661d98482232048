import type { FoundIn, InboxState } from '../../model/inbox';
import { countOf, sayNumber } from '../plural';

/** Words of the place "Inbox": what came in, and going through it. */
export const inbox = {
  title: 'Inbox',
  description: 'What has come in, and what it is for is not said yet. Everything here is already kept. You can go through it whenever you like, or never.',
  listLabel: 'What has come in',
  listKeys: 'Up and down to move, Enter to look. Then L to link, D for a date, T for a tag, P when you have dealt with it, S to keep it for later, X when it does not matter, Control Z to take back.',
  showLabel: 'Show',
  states: { waiting: 'Not placed yet', aside: 'For later', placed: 'Dealt with', 'not-relevant': 'Does not matter' } satisfies Record<InboxState, string> as Record<InboxState, string>,
  stateWith: (state: string, count: number) => `${state} (${sayNumber(count)})`,
  emptyTitle: 'Nothing is waiting',
  emptyWords: 'Files, conversations, e-mails and location histories that you bring in show here until you say what they are for. There is no need to empty it.',
  noneTitle: { waiting: 'Nothing is waiting', aside: 'Nothing is kept for later', placed: 'Nothing here yet', 'not-relevant': 'Nothing here' } satisfies Record<InboxState, string> as Record<InboxState, string>,
  pickOne: 'Choose one to look at it.', pickOneKeys: 'With the keyboard: ↑ and ↓, then Enter.',
  all: 'Inbox', loading: 'One moment',
  conversation: (count: number) => `Conversation, ${countOf(count, 'message', 'messages')}`,
  linkedTo: (count: number) => (count === 0 ? '' : `Linked to ${countOf(count, 'incident', 'incidents')}`),
  arrived: (when: string) => `Came in ${when}`,
  within: (path: string) => `From ${path}`,
  actions: 'What to do with it',
  link: 'Link to an incident', date: 'Say when it is from', tag: 'Tag', placed: 'Dealt with', aside: 'Keep for later', notRelevant: 'Does not matter', back: 'Put back', openIt: 'Open it in its place',
  notRelevantHint: '“Does not matter” changes nothing about it. It stays in your vault and you can find it.',
  openConversation: 'Open the conversation', conversationHint: 'To link messages to an incident, open the conversation and mark them there.',
  openLocations: 'Open the days', locationsHint: 'Where the device was is not shown here. It may show where you live now.',
  locationHistory: (days: number) => `Location history, ${countOf(days, 'day', 'days')}`,
  mail: {
    count: (count: number) => countOf(count, 'e-mail', 'e-mails'), since: (count: number) => (count === 0 ? '' : `${sayNumber(count)} came in since you decided`),
    link: 'Link this e-mail to an incident', reading: 'E-mail', text: 'What it says', place: (at: number, of: number) => `E-mail ${sayNumber(at)} of ${sayNumber(of)}`, before: 'Previous', after: 'Next',
  },
  dateTitle: 'When is it from?', dateLabel: 'Date', dateSave: 'Use this date',
  notWritten: (name: string) => `Nothing was written. “${name}” is as it was before, and the empty page is gone.`,
  done: {
    decided: (name: string, state: InboxState) => `“${name}”: ${{ waiting: 'put back', aside: 'kept for later', placed: 'dealt with', 'not-relevant': 'does not matter' }[state]}.`,
    linked: (name: string) => `“${name}” is linked, and dealt with.`,
    dated: (name: string, when: string) => `“${name}” is now dated ${when}.`,
    tagged: (name: string, tag: string) => `“${name}” is tagged “${tag}”.`,
  },
  suggestions: {
    title: 'This may fit',
    hint: 'Found on this computer, in names, dates and words. It may be wrong. Nothing is done until you choose.',
    dates: 'When it may be from', incidents: 'Incidents around then', people: 'People named in it', none: '',
    foundIn: { name: 'in its name', 'own-data': 'in the file’s own data', 'own-data-utc': 'in the file’s own data, in UTC, put on the United Kingdom’s clock', 'mail-head': 'who wrote or got it, or its subject', screen: 'a day that the screen names, counted from when the picture was taken', words: 'in its words', messages: 'among the people in it', 'file-date': 'when the file was last changed' } satisfies Record<FoundIn, string> as Record<FoundIn, string>,
    onScreen: (written: string) => `the screen says “${written}”, counted from when the picture was taken`,
    useDate: (when: string) => `Use ${when}`,
    eitherDay: (written: string) => `“${written}” can be read in two ways:`,
    daysApart: (days: number) => (days === 0 ? 'the same day' : `${countOf(days, 'day', 'days')} apart`),
    linkTo: (name: string) => `Link to “${name}”`,
    showEntries: (name: string) => `Entries with ${name}`,
    as: (written: string) => `as “${written}”`,
  },
};

/** Words of tags, wherever they are put on something. */
export const tagging = {
  title: 'Tags', hint: 'Words of your own to sort by. They are never printed or handed over.',
  childrenHint: 'Of what belongs to a case about a child. Before it goes to the police, the IOPC or the press you are asked why.',
  add: 'Add a tag', make: (name: string) => `New tag “${name}”`, takeOff: (name: string) => `Take off “${name}”`,
  none: 'No tags', any: 'Any tag', filter: 'Tag',
  withCount: (name: string, count: number) => `${name} (${sayNumber(count)})`,
  /** Every tag that there is. */
  all: {
    open: 'Rename or end tags', title: 'Your tags', intro: 'What you change here changes wherever the tag is.',
    carriedBy: (count: number) => `on ${countOf(count, 'thing', 'things')}`,
    rename: 'Rename', renameNamed: (name: string) => `Rename the tag “${name}”`, newName: (name: string) => `New name of “${name}”`, save: 'Save the name', nameNeeded: 'Give the tag a name.',
    joins: (name: string) => `There is a tag “${name}” already. The two become one, and cannot be taken apart again.`, join: 'Make them one',
    renamed: (before: string, after: string) => `“${before}” is called “${after}” now.`, joined: (before: string, after: string) => `What had “${before}” has “${after}” now.`,
    end: 'End', endNamed: (name: string) => `End the tag “${name}”`, endDo: 'End the tag', ended: (name: string) => `The tag “${name}” has ended.`,
    endWords: (count: number) => `It comes off ${countOf(count, 'thing', 'things')}, and cannot be put back in one go. The ${count === 1 ? 'thing itself stays as it is' : 'things themselves stay as they are'}.`,
    childrenGone: 'After that you are not asked any more before any of it goes to the police, the IOPC or the press.',
  },
};
