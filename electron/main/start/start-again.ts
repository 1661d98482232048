import { app } from 'electron';
import type { TestHooks } from './test-hooks';

/** EX_TEMPFAIL of sysexits.h: ended in order to be started again, by whoever started it. */
const startMeAgain = 75;

/**
 * Ends the program with all its processes, and starts it again at the locked door: what drew, typed, printed or copied the record leaves traces in a
 * process's memory that nothing but its end removes (docs/decisions/0024). What the next start is to know is in the settings file by now.
 */
export function startAgain({ atLock }: Pick<TestHooks, 'atLock'>): void {
  if (atLock === 'exit') return app.exit(startMeAgain);
  // An AppImage runs from a mount that goes with this process: the file itself is started.
  const image = process.platform === 'linux' ? process.env['APPIMAGE'] : undefined;
  app.relaunch(image === undefined ? {} : { execPath: image });
  app.exit(0);
}
