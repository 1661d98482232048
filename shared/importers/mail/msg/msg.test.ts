import path from 'node:path';
import { eml } from '../eml';
import { mbox } from '../mbox/mbox';
import { runMailSamples } from '../testing/run-mail-samples';
import { msg } from './msg';

runMailSamples(msg, [eml, mbox], path.join(import.meta.dirname, '../samples/msg'));
