import { Pause, Play } from 'lucide-react';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { Button } from '../../ui/button';
import { useReadings } from './use-readings';
import './reading-line.css';

const words = messages.readingLine;

/** One quiet line while words are read off pictures, or while that is paused: how far it is, Pause and Go on. Nothing when there is nothing to say. */
export function ReadingLine() {
  const { readOnly } = useProgram();
  const state = useReadings();
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
