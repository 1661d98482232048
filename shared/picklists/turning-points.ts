import type { TurningPointWhat } from '../model/case/turning-point';
import type { PickLabel } from './record-words';

/** What changed on a day. */
export const turningPointLabels: Readonly<Record<TurningPointWhat, PickLabel>> = {
  separated: { label: 'We separated', explanation: 'The relationship ended, wherever you lived.' },
  'moved-out': { label: 'One of us moved out', explanation: 'You left, or they did.' },
  'moved-back': { label: 'We lived together again', explanation: 'You went back, or they did. It happens often, and takes nothing away.' },
  'told-over': { label: 'I told them it was over', explanation: 'Even if nothing changed on that day.' },
  'order-made': { label: 'An order was made', explanation: 'Non-molestation, occupation, restraining, stalking protection, domestic abuse protection.' },
  hearing: { label: 'A hearing', explanation: 'In any court.' },
  'child-born': { label: 'A child was born', explanation: 'Or a pregnancy became known.' },
  'arrest-or-charge': { label: 'An arrest or a charge', explanation: 'Of the accused.' },
  'bail-ended': { label: 'Bail or its conditions ended', explanation: 'Or they were released.' },
  other: { label: 'Something else', explanation: 'Say what in your own words.' },
};

/** Those by which “before and after” is counted: whether they were together. */
export const separations: readonly TurningPointWhat[] = ['separated', 'moved-out', 'moved-back', 'told-over'];
