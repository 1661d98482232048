import { AssemblerRequest, type AssemblerAnswer } from '../../shared/assemble-protocol';
import { answerInTurn } from './answer-in-turn';
import { Assembly } from './assemble/assembly';
import { tidyPrinted } from './assemble/tidy-printed';

let assembly: Assembly | null = null;

async function answer(given: unknown): Promise<AssemblerAnswer> {
  const request = AssemblerRequest.parse(given);
  if (request.ask === 'tidy') return { gave: 'document', ...(await tidyPrinted(request.bytes)) };
  if (request.ask === 'begin') {
    assembly = await Assembly.begin(request.pdfiumWasm, request.stampFont);
    return { gave: 'ready' };
  }
  if (assembly === null) return { gave: 'broke' };
  switch (request.ask) {
    case 'count': return assembly.count(request.bytes);
    case 'add-printed': return assembly.addPrinted(request.part, request.bytes);
    case 'add-exhibit': return assembly.addExhibit(request.part, request.bytes, request.shortToo, request.redact);
    case 'add-drawn': return assembly.addDrawn(request.part, request.pages);
    case 'finish': return { gave: 'document', ...(await assembly.finish(request.order)) };
  }
}

answerInTurn(answer);
