import path from 'node:path';
import { describe } from 'vitest';
import { mutatedSamples } from '../testing/mutated-samples';
import { runSamples } from '../testing/run-samples';
import { whatsapp } from './whatsapp';

const samples = path.join(import.meta.dirname, 'samples');
runSamples(whatsapp, samples);

describe('spoilt samples', () => {
  mutatedSamples(whatsapp, samples);
});
