import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReadingsState } from '../../../shared/contract/reading-calls';
import { messages } from '../../../shared/messages/en-gb';
import { ask, listen } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import './reading-line.css';

const words = messages.readingLine;

/** One quiet line while words are read off pictures, or while that is paused: how far it is, Pause and Go on. Nothing when there is nothing to say. */
export function ReadingLine() {
  const { readOnly } = useProgram();
  const asked = useAsk('readings.state', {}).value;
  const [told, setTold] = useState<ReadingsState | null>(null);
  useEffect(() => listen('readings', ({ state }) => setTold(state)), []);
  const state = told ?? asked;
  if (state === null || readOnly || (!state.isPaused && state.waiting.ocr === 0)) return null;
  const { waiting, isPaused, picturesDone } = state;
  return (
    <div className="reading-line small">
      <p className="quiet">{isPaused ? words.paused(waiting.facts + waiting.words + waiting.ocr) : words.reading(picturesDone, picturesDone + waiting.ocr)}</p>
      {/* One button in two states, so that it keeps the keyboard's place. */}
      <Button tone="quiet" icon={isPaused ? Play : Pause} onPress={() => void ask(isPaused ? 'readings.goOn' : 'readings.pause', {})}>{isPaused ? words.goOn : words.pause}</Button>
    </div>
  );
}
