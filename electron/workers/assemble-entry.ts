import './optimise-later';
import { AssemblerRequest, type AssemblerAnswer } from '../../shared/assemble-protocol';
import { answerInTurn } from './answer-in-turn';
import { Assembly } from './assemble/assembly';
import { markCopy } from './assemble/copy-mark/mark-copy';
import { readMarks } from './assemble/copy-mark/read-marks';
import { cutDocument } from './assemble/parts/cut-document';
import { protectDocument } from './assemble/protect-document';
import { tidyPrinted } from './assemble/tidy-printed';

let assembly: Assembly | null = null;

async function answer(given: unknown): Promise<AssemblerAnswer> {
  const request = AssemblerRequest.parse(given);
  if (request.ask === 'tidy') return { gave: 'document', ...(await tidyPrinted(request.bytes)) };
  if (request.ask === 'mark') return { gave: 'marked', ...(await markCopy(request.bytes, request.mark, request)) };
  if (request.ask === 'protect') return { gave: 'document', ...(await protectDocument(request.bytes, request.passphrase)) };
  if (request.ask === 'read-marks') return { gave: 'marks', marks: await readMarks(request.bytes, request.mostPages, request.pdfiumWasm, request.copies) };
  if (request.ask === 'cut') return { gave: 'cut', parts: await cutDocument(request.bytes, request.order, request.stampFont) };
  if (request.ask === 'begin') {
    assembly = await Assembly.begin(request.pdfiumWasm, request.stampFont, request.isForKeeping);
    return { gave: 'ready' };
  }
  if (assembly === null) return { gave: 'broke' };
  switch (request.ask) {
    case 'count': return assembly.count(request.bytes);
    case 'add-printed': return assembly.addPrinted(request.part, request.bytes);
    case 'add-exhibit': return assembly.addExhibit(request.part, request.bytes, request.shortToo, request.redact, request.wanted);
    case 'add-drawn': return assembly.addDrawn(request.part, request.pages, request.turns);
    case 'lay-words': {
      assembly.layWords(request.part, request.read);
      return { gave: 'ready' };
    }
    case 'divide': return assembly.divide(request);
    case 'finish': return { gave: 'document', ...(await assembly.finish(request.order)) };
  }
}

answerInTurn(answer);
