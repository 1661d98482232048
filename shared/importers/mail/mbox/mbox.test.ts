import path from 'node:path';
import { eml } from '../eml';
import { runMailSamples } from '../testing/run-mail-samples';
import { mbox } from './mbox';

runMailSamples(mbox, [eml], path.join(import.meta.dirname, '../samples/mbox'));
