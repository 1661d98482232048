import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { messenger } from '../messenger/messenger';
import { sampleFiles } from '../testing/memory-source';
import { mutatedSamples } from '../testing/mutated-samples';
import { runSamples } from '../testing/run-samples';
import { instagram } from './instagram';

const folder = path.join(import.meta.dirname, 'samples');
runSamples(instagram, folder);
mutatedSamples(instagram, folder);

it.each(['instagram', 'messenger'] as const)('no file of the samples of %s is recognised as both Instagram’s and Facebook’s', (kind) => {
  const samples = path.join(import.meta.dirname, '..', kind, 'samples');
  for (const name of readdirSync(samples).filter((one) => !one.endsWith('.expected'))) {
    for (const [at, bytes] of sampleFiles(samples, name)) {
      const said = [instagram.recognises(bytes), messenger.recognises(bytes)];
      expect(said, at).not.toEqual([true, true]);
      if (said.includes(true)) expect(said[0], at).toBe(kind === 'instagram');
    }
  }
});
