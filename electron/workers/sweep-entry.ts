import { SweeperRequest, type SweeperAnswer, type ToSweeper } from '../../shared/sweep-protocol';
import { Sweeper } from './sweep/sweeper';

interface ParentPort {
  on(event: 'message', listener: (message: { data: ToSweeper }) => void): void;
  postMessage(message: unknown): void;
}
const port = (process as unknown as { parentPort: ParentPort }).parentPort;

let sweeper: Sweeper | null = null;

async function answer(given: unknown): Promise<SweeperAnswer> {
  const request = SweeperRequest.parse(given);
  if (request.ask === 'begin') {
    sweeper = new Sweeper(request.facts, request.pdfiumWasm);
    return { gave: 'ready' };
  }
  if (sweeper === null) return { gave: 'broke' };
  switch (request.ask) {
    case 'look': return { gave: 'looked', toBeRead: await sweeper.look(request.path, request.mediaType, request.bytes) };
    case 'take-words':
      sweeper.takeWords(request.place, request.text);
      return { gave: 'ready' };
    case 'end': return { gave: 'report', report: sweeper.report() };
  }
}

let turn: Promise<void> = Promise.resolve();
port.on('message', ({ data }) => {
  turn = turn.then(async () => {
    const said = await answer(data.request).catch((): SweeperAnswer => ({ gave: 'broke' }));
    port.postMessage({ id: data.id, answer: said });
  });
});
