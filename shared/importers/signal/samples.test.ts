import path from 'node:path';
import { runSamples } from '../testing/run-samples';
import { signal } from './signal';

runSamples(signal, path.join(import.meta.dirname, 'samples'));
