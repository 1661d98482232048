import type { BundleChecked } from '../../../shared/bag/bag-checked';
import { readSource } from '../hosts/read-source-host';
import type { RunningTask } from '../work/tasks';

/** Looks at what somebody received, in a process without keys; nothing is stored or changed. Refuses as the reader does, and `cancelled`. */
export async function checkBundle(task: RunningTask, { path, name }: { path: string; name: string }): Promise<BundleChecked> {
  const word = await readSource({ job: 'check-bundle', path, name }, name, { signal: task.signal, onProgress: (done, total, unit) => task.progress('verifying', done, total, unit) });
  if (word.say !== 'bundle-checked') throw new Error('the reader answered another question');
  return word.checked;
}
