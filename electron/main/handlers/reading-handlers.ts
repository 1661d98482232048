import type { HandlersOf } from '../router/call-handlers';
import type { Readings } from '../readings/readings';

export function readingHandlers(readings: Readings): HandlersOf<'readings.state' | 'readings.pause' | 'readings.goOn' | 'readings.readNow' | 'readings.givePassword'> {
  return {
    'readings.state': async () => readings.state,
    'readings.pause': async () => {
      readings.pause();
      return {};
    },
    'readings.goOn': async () => {
      readings.goOn();
      return {};
    },
    'readings.readNow': async ({ id, step }) => {
      await readings.readNow({ documentId: id, step });
      return {};
    },
    'readings.givePassword': async ({ id, password }) => {
      await readings.useGivenPassword(id, password);
      return {};
    },
  };
}
