import { Reader } from '../../../electron/workers/read-source/reader';
import { Refusal } from '../../../shared/contract/errors';
import { FromReader, type ReadJob, ToReader } from '../../../shared/worker-protocol';

type Word<Say extends FromReader['say']> = Extract<FromReader, { say: Say }>;
export type Piece = Word<'recognised' | 'parts' | 'file' | 'keep-file'>;
type LastWord = Word<'source-preview' | 'source-end' | 'files-found' | 'files-end'>;

/**
 * One job of a reader of sources or archives, answered as electron/main/hosts/read-source-host.ts does: its last word. Throws what the reader refuses, what `take` throws, and where it says what is not agreed. After a
 * failure the reader is heard to its end, so that it closes its files: in the program its process ends.
 */
export async function runJob(job: ReadJob, take: (piece: Piece) => Promise<void>): Promise<LastWord> {
  let last: LastWord | null = null;
  let failure: { error: unknown } | null = null;
  let turn: Promise<void> = Promise.resolve();
  const answer = async (word: FromReader): Promise<void> => {
    const isPiece = word.say === 'recognised' || word.say === 'parts' || word.say === 'file' || word.say === 'keep-file';
    try {
      const said = FromReader.parse(structuredClone(word));
      if (last !== null) throw new Error(`it says ${said.say} after its last word`);
      switch (said.say) {
        case 'progress': return;
        case 'recognised': case 'parts': case 'file': case 'keep-file':
          if (failure === null) await take(said);
          break;
        case 'source-preview': case 'source-end': case 'files-found': case 'files-end':
          last = said;
          break;
        case 'refused': throw new Refusal(said.error.code);
        default: throw new Error(`the reader says ${said.say}`);
      }
    } catch (error) {
      failure ??= { error };
    }
    if (isPiece) await reader.hear({ say: 'acknowledge' });
  };
  const reader = new Reader((word) => void (turn = turn.then(() => answer(word))));
  try {
    await reader.hear(ToReader.parse({ say: 'begin', job }));
  } catch (error) {
    failure ??= { error };
  }
  await turn;
  if (failure !== null) throw (failure as { error: unknown }).error;
  if (last === null) throw new Error('it ended without a last word');
  return last;
}
