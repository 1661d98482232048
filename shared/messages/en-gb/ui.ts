/** Words of the shared controls. */
export const ui = {
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  back: 'Back',
  tryAgain: 'Try again',
  stop: 'Stop',
  show: 'Show',
  hide: 'Hide',
  choose: 'Choose',
  optional: 'optional',
  noneFound: 'Nothing matches.',
  working: 'Working',
  /** Figures beside a progress line. */
  progress: (done: string, total: string) => `${done} of ${total}`,
  percent: (value: number) => `${Math.round(value)}%`,
  moreOptions: 'More',
  showMoreOf: (more: number, all: number) => `Show ${more} more, of ${all}`,
  capsLock: 'Caps Lock is on.',
};
