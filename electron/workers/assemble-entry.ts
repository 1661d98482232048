import { AssemblerRequest, type AssemblerAnswer, type ToAssembler } from '../../shared/assemble-protocol';
import { Assembly } from './assemble/assembly';
import { tidyPrinted } from './assemble/tidy-printed';

interface ParentPort {
  on(event: 'message', listener: (message: { data: ToAssembler }) => void): void;
  postMessage(message: unknown): void;
}
const port = (process as unknown as { parentPort: ParentPort }).parentPort;

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

let turn: Promise<void> = Promise.resolve();
port.on('message', ({ data }) => {
  turn = turn.then(async () => {
    const said = await answer(data.request).catch((): AssemblerAnswer => ({ gave: 'broke' }));
    port.postMessage({ id: data.id, answer: said });
  });
});
