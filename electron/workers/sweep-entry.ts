import { SweeperRequest, type SweeperAnswer } from '../../shared/sweep-protocol';
import { answerInTurn } from './answer-in-turn';
import { Sweeper } from './sweep/sweeper';

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

answerInTurn(answer);
