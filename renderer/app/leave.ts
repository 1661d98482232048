import { ask, listen } from './bridge';
import { saveAll } from './before-lock';

export function hushPlayers(): void {
  for (const player of document.querySelectorAll('audio, video')) (player as HTMLMediaElement).pause();
}

function blank(): void {
  document.documentElement.dataset['blank'] = '';
  hushPlayers();
}

/** The shell says that the vault locks in a moment (a key, idleness, sleep): saves at once, blanks the page where asked. */
export function heedLeaving(): () => void {
  return listen('leaving', (leaving) => {
    if (leaving.blank) blank();
    void saveAll(0);
  });
}

/**
 * Blanks the page in the same frame, silences players, sends what is unsaved ahead, then asks the shell to lock and to
 * put the window away. The saves are not waited for: they stand before the lock in the same queue.
 */
export function leaveNow(): void {
  blank();
  void saveAll(0);
  void ask('program.quickExit', {});
}

/** Blanks the page, waits up to a second for unsaved words, then locks. The shell loads the window on the unlock page, or on the one that joins a damaged vault with a backup. */
export async function lockNow({ toJoin = false } = {}): Promise<void> {
  blank();
  await saveAll(1000);
  await ask('vault.lock', { toJoin });
}
