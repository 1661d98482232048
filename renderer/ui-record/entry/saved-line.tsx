import { messages } from '../../../shared/messages/en-gb';
import { Notice } from '../../ui/notice';
import type { KeepState } from './draft-keeper';

/** Where her words are. A refusal stands out; the rest is a quiet line. */
export function SavedLine({ state }: { state: KeepState }) {
  const texts = messages.incident;
  if (state.kind === 'refused') return <Notice tone="loss" announce title={texts.notSaved}><p>{messages.errors.say(state.error)}</p><p>{texts.keepsTrying}</p></Notice>;
  return <p className="quiet small saved-line" role="status">{state.kind === 'saved' ? texts.saved(messages.dates.clock(state.atUtc)) : state.kind === 'saving' || state.kind === 'waiting' ? texts.saving : ''}</p>;
}
