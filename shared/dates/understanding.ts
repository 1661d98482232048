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
 * - ambiguous: two or more readings, the likelier in en-GB first; she is asked, nothing is chosen for her;
 * - not-understood: the words stand as she typed them and she can pick a date instead.
 */
export type DateUnderstanding =
  | { readonly kind: 'understood'; readonly edtf: string; readonly timeOfDay: string; readonly timeApproximate: boolean }
  | { readonly kind: 'ambiguous'; readonly readings: readonly DateReading[] }
  | { readonly kind: 'not-understood' };
