import { Frame } from './frame';
import { useProgram } from './program';

/** Which of the three doors she stands at: no vault yet, a locked one, or inside. */
export function Doors() {
  const { phase } = useProgram();
  return phase === 'open' ? <Frame /> : null;
}
