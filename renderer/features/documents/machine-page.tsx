import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { DocumentPage } from '../../../shared/model/document-page';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import './machine-page.css';

/** Below this the machine's own confidence (0 to 100) is said. */
const unsureBelow = 80;

/** The words of one page as a machine read them, or as she put them right. `onCorrect` null: they can only be read. */
export function MachinePage({ page, isPicture, onCorrect }: { page: DocumentPage; isPicture: boolean; onCorrect: ((page: number, text: string) => Promise<CallError | null>) | null }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const words = messages.machineWords;
  const { correctedUtc, machineText } = page;
  async function keep(text: string): Promise<void> {
    const refused = await onCorrect?.(page.page, text) ?? null;
    setError(refused);
    if (refused === null) setTyped(null);
  }
  return (
    <div className="machine-page stack-tight">
      {!isPicture && <h3>{words.page(page.page)}</h3>}
      {typed === null
        ? <p className="machine-text" dir="auto">{page.text}</p>
        : <TextArea label={words.field} hint={words.fieldHint} value={typed} onChange={setTyped} maxLength={1_000_000} autoFocus />}
      <p className="small quiet">{correctedUtc === null ? words.readByMachine(messages.dates.instant(page.readUtc)) : words.corrected(messages.dates.instant(correctedUtc))}</p>
      {correctedUtc === null && page.confidence !== null && page.confidence < unsureBelow && <Notice>{words.unsure(page.confidence)}</Notice>}
      {error && <Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice>}
      {onCorrect !== null && (
        <div className="row">
          {typed === null ? <Button icon={PenLine} onPress={() => setTyped(page.text)}>{words.correct}</Button> : (
            <>
              <Button tone="primary" isDisabled={typed.trim() === ''} onPress={() => void keep(typed)}>{words.save}</Button>
              <Button tone="quiet" onPress={() => { setTyped(null); setError(null); }}>{words.cancel}</Button>
            </>
          )}
        </div>
      )}
      {machineText !== null && (
        <Folded title={words.machineRead} level={isPicture ? 3 : 4}>
          <div className="stack-tight">
            <p className="machine-text" dir="auto">{machineText}</p>
            {onCorrect !== null && <div className="row"><Button tone="quiet" onPress={() => void keep(machineText)}>{words.useMachine}</Button></div>}
          </div>
        </Folded>
      )}
    </div>
  );
}
