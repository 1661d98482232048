/** One way to read what she typed. `says` is plain English for her to choose by. */
export interface DateReading {
  readonly edtf: string;
  readonly timeOfDay: string;
  readonly timeApproximate: boolean;
  readonly says: string;
}

/**
 * What became of the words she typed:
 * - understood: one reading. `edtf` is '' when she gave a time and no day;
 *   `inWordsOnly`: times that only her own words keep ("9pm to 10pm");
 * - ambiguous: two or more readings, the likelier in en-GB first; she is asked, nothing is chosen for her;
 * - not-understood: the words stand as she typed them and she can pick a date instead. `why` says what is wrong with them where that is certain.
 */
export type DateUnderstanding =
  | { readonly kind: 'understood'; readonly edtf: string; readonly timeOfDay: string; readonly timeApproximate: boolean; readonly inWordsOnly?: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly DateReading[] }
  | { readonly kind: 'not-understood'; readonly why: WhyNotUnderstood };

/**
 * - no-such-day, no-such-time: the calendar or the clock has none such; `says` is it in plain English ("31 February 2020", "25:00");
 * - ends-before-it-begins: both ends of a span are understood, in the wrong order;
 * - long-ago: a year before any that she can have lived in; more likely a slip of the keys, and asked rather than believed;
 * - other: nothing is known of it.
 */
export type WhyNotUnderstood =
  | { readonly reason: 'no-such-day' | 'no-such-time'; readonly says: string }
  | { readonly reason: 'ends-before-it-begins' | 'long-ago' }
  | { readonly reason: 'other' };
