import { Refusal } from '../../../shared/contract/errors';

/**
 * Has something read, and once more where its reader broke (`not-understood`): a process can be ended by what has nothing to do with the file, and a sound file must not be called damaged for it. A second time it is the file. `read` begins from nothing each time. Refuses what the second refuses.
 */
export async function onceMore<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-understood') return read();
    throw error;
  }
}
