/** Which day a word on a screen means, seen from the day on which the screen was shown: so many days before it, or the last such day of the week (1 Monday to 7 Sunday). */
export type ScreenDayMeaning = { readonly daysBefore: number } | { readonly weekday: number };

/** Words by which telephones and programs name a day, in one language; as `foldWord` gives them, two words with one space. */
interface ScreenLanguage {
  readonly days: Readonly<Record<string, ScreenDayMeaning>>;
  /** Beside a day these make it a heading or a status, and no sentence: "last seen today at 20:14". */
  readonly labels: readonly string[];
  /** These may stand beside as well, and say nothing by themselves. */
  readonly fillers: readonly string[];
  /** Halves of the day behind a clock: hours to add. */
  readonly halves: Readonly<Record<string, 'morning' | 'afternoon'>>;
}

const english: ScreenLanguage = {
  days: {
    today: { daysBefore: 0 }, yesterday: { daysBefore: 1 },
    monday: { weekday: 1 }, tuesday: { weekday: 2 }, wednesday: { weekday: 3 }, thursday: { weekday: 4 }, friday: { weekday: 5 }, saturday: { weekday: 6 }, sunday: { weekday: 7 },
    mon: { weekday: 1 }, tue: { weekday: 2 }, tues: { weekday: 2 }, wed: { weekday: 3 }, thu: { weekday: 4 }, thur: { weekday: 4 }, thurs: { weekday: 4 }, fri: { weekday: 5 }, sat: { weekday: 6 }, sun: { weekday: 7 },
  },
  labels: ['sent', 'received', 'delivered', 'read', 'seen', 'edited', 'online', 'active', 'missed', 'incoming', 'outgoing', 'posted', 'updated'],
  fillers: ['at', 'on', 'last', 'voice', 'video', 'call'],
  halves: { am: 'morning', 'a.m': 'morning', pm: 'afternoon', 'p.m': 'afternoon' },
};

const welsh: ScreenLanguage = {
  days: {
    heddiw: { daysBefore: 0 }, ddoe: { daysBefore: 1 }, echdoe: { daysBefore: 2 },
    // Without "dydd", Mawrth is the month too.
    'dydd llun': { weekday: 1 }, 'dydd mawrth': { weekday: 2 }, 'dydd mercher': { weekday: 3 }, 'dydd iau': { weekday: 4 }, 'dydd gwener': { weekday: 5 }, 'dydd sadwrn': { weekday: 6 }, 'dydd sul': { weekday: 7 },
    'ddydd llun': { weekday: 1 }, 'ddydd mawrth': { weekday: 2 }, 'ddydd mercher': { weekday: 3 }, 'ddydd iau': { weekday: 4 }, 'ddydd gwener': { weekday: 5 }, 'ddydd sadwrn': { weekday: 6 }, 'ddydd sul': { weekday: 7 },
    llun: { weekday: 1 }, maw: { weekday: 2 }, mer: { weekday: 3 }, iau: { weekday: 4 }, gwen: { weekday: 5 }, gwe: { weekday: 5 }, sad: { weekday: 6 }, sul: { weekday: 7 },
  },
  labels: ['anfonwyd', 'derbyniwyd', 'dosbarthwyd', 'darllenwyd', 'gwelwyd', 'golygwyd', 'ar-lein', 'collwyd'],
  fillers: ['am', 'ar', 'ddiwethaf', 'diwethaf', 'galwad'],
  halves: { yb: 'morning', yh: 'afternoon', yp: 'afternoon' },
};

/** More languages are more of these. */
export const screenLanguages: readonly ScreenLanguage[] = [english, welsh];
