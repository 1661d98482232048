import path from 'node:path';
import { runSamples } from '../testing/run-samples';
import { whatsapp } from './whatsapp';

runSamples(whatsapp, path.join(import.meta.dirname, 'samples'));
