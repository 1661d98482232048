import { bags } from './0006/bags';
import { copies } from './0006/copies';
import { outputs } from './0006/outputs';
import { protectedFacts } from './0006/protected-facts';
import { redactions } from './0006/redactions';

/** Schema 6: what is handed over (decision 0090). Several lists, one step. */
export const handedOver: readonly string[] = [...bags, ...copies, ...outputs, ...redactions, ...protectedFacts];
