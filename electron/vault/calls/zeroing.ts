/** Runs `work` and then zeroes the secrets it was given, however it ended. */
export async function zeroing<T>(secrets: readonly Uint8Array[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    for (const secret of secrets) secret.fill(0);
  }
}
