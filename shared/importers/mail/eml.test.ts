import path from 'node:path';
import { eml } from './eml';
import { runMailSamples } from './testing/run-mail-samples';

runMailSamples(eml, [], path.join(import.meta.dirname, 'samples/eml'));
