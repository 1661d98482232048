/** Work to finish before the vault closes: editors put their unsaved words here. */
const keepers = new Set<() => Promise<void>>();

/** Registers a function that saves what is not yet saved; gives back the function that takes it out again. */
export function keepBeforeLock(save: () => Promise<void>): () => void {
  keepers.add(save);
  return () => keepers.delete(save);
}

/** Saves everything that waits. Never refuses and never waits for longer than the given time: locking comes first. */
export async function saveAll(timeoutMs: number): Promise<void> {
  await Promise.race([Promise.allSettled([...keepers].map((save) => save())), new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
}
