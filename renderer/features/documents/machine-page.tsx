import { PenLine } from 'lucide-react';
import type { FocusEvent } from 'react';
import type { DocumentPage } from '../../../shared/model/document-page';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import { type CorrectPage, usePageWords } from './use-page-words';
import './machine-page.css';

/** Below this the machine's own confidence (0 to 100) is said. */
const unsureBelow = 80;

/** The words of one page as a machine read them, or as she puts them right, kept as she goes. `onCorrect` null: they can only be read. */
export function MachinePage({ page, isPicture, onCorrect }: { page: DocumentPage; isPicture: boolean; onCorrect: CorrectPage | null }) {
  const { typed, state, begin, change, leaveField, end, putBack } = usePageWords(page, onCorrect);
  const words = messages.machineWords;
  const { correctedUtc, machineText } = page;
  function onBlur({ relatedTarget, currentTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) leaveField();
  }
  return (
    <div className="machine-page stack-tight" onBlur={onBlur}>
      {!isPicture && <h3>{words.page(page.page)}</h3>}
      {typed === null
        ? <p className="machine-text" dir="auto">{page.text}</p>
        : <TextArea label={words.field} hint={words.fieldHint} value={typed} onChange={change} maxLength={1_000_000} autoFocus />}
      <p className="small quiet">{correctedUtc === null ? words.readByMachine(messages.dates.instant(page.readUtc)) : words.corrected(messages.dates.instant(correctedUtc))}</p>
      {correctedUtc === null && page.confidence !== null && page.confidence < unsureBelow && <Notice>{words.unsure(page.confidence)}</Notice>}
      {state.kind === 'refused' && <Notice tone="loss" announce title={messages.documents.detail.notSaved}>{messages.errors.say(state.error)}</Notice>}
      {(typed !== null || state.kind === 'saved') && <p role="status" className="small quiet document-saved">{state.kind === 'saved' ? messages.documents.detail.saved(messages.dates.clock(state.atUtc)) : ''}</p>}
      {onCorrect !== null && (
        <div className="row">
          {typed === null ? <Button icon={PenLine} onPress={begin}>{words.correct}</Button> : (
            <>
              <Button tone="primary" isDisabled={typed.trim() === ''} onPress={() => void end(typed)}>{words.save}</Button>
              <Button tone="quiet" onPress={() => void putBack()}>{words.cancel}</Button>
            </>
          )}
        </div>
      )}
      {machineText !== null && (
        <Folded title={words.machineRead} level={isPicture ? 3 : 4}>
          <div className="stack-tight">
            <p className="machine-text" dir="auto">{machineText}</p>
            {onCorrect !== null && <div className="row"><Button tone="quiet" onPress={() => void end(machineText)}>{words.useMachine}</Button></div>}
          </div>
        </Folded>
      )}
    </div>
  );
}
