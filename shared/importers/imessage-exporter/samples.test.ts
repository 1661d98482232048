import path from 'node:path';
import { runSamples } from '../testing/run-samples';
import { imessageExporter } from './imessage-exporter';

runSamples(imessageExporter, path.join(import.meta.dirname, 'samples'));
