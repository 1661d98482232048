import { useRef, useState } from 'react';
import type { SealComparison } from '../../../shared/contract/check-calls';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { ask } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import './check.css';

/** A printed seal code, typed or of an export that is known here, against the record as it is now. */
export function CompareWithCode() {
  const texts = messages.check.seal;
  const exports = useAsk('exports.list', {}).value?.exports ?? [];
  const [typed, setTyped] = useState('');
  const [compared, setCompared] = useState<{ of: string; result: SealComparison } | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const [isNone, setNone] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const compare = async (code: string): Promise<void> => {
    setCompared(null);
    setRefused(null);
    setNone(code.trim() === '');
    if (code.trim() === '') { field.current?.focus(); return; }
    const answer = await ask('seal.compare', { typed: code });
    if (!answer.ok) { setRefused(answer.error); return; }
    setCompared({ of: code, result: answer.value });
    if (fieldErrorOf(answer.value)) field.current?.focus();
  };

  return (
    <Folded title={texts.title}>
      <div className="stack">
        <p className="quiet measure">{texts.lead}</p>
        <form className="stack seal-typed" onSubmit={(event) => { event.preventDefault(); void compare(typed); }}>
          <TextField label={texts.field} value={typed} onChange={(text) => { setTyped(text); setNone(false); setCompared(null); }} error={isNone ? texts.none : compared && fieldErrorOf(compared.result)} inputRef={field} autoComplete="off" maxLength={200} />
          <div className="row"><Button type="submit">{texts.submit}</Button></div>
        </form>
        {compared && <Comparison result={compared.result} />}
        {refused && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
        {exports.length > 0 && (
          <Folded level={4} title={texts.exports} summary={sayNumber(exports.length)}>
            <ul className="export-list">
              {exports.map(({ id, fileName, atUtc, sealCode }) => (
                <li key={id} className="export-line">
                  <div>
                    <p className="export-name" dir="auto">{fileName}</p>
                    <p className="quiet">{messages.dates.instant(atUtc)}</p>
                    <p className="export-code">{sealCode}</p>
                  </div>
                  <Button aria-label={texts.compareThis(fileName)} onPress={() => { setTyped(sealCode); void compare(sealCode); }}>{texts.submit}</Button>
                </li>
              ))}
            </ul>
          </Folded>
        )}
      </div>
    </Folded>
  );
}

/** A slip of the hand is said beside the field. */
function fieldErrorOf(result: SealComparison): string | null {
  const texts = messages.check.seal;
  if (result.is === 'mistyped') return texts.mistyped;
  return result.is === 'number-mistyped' ? texts.numberMistyped(result.sequence) : null;
}

function Comparison({ result }: { readonly result: SealComparison }) {
  const texts = messages.check.seal;
  const { instant } = messages.dates;
  switch (result.is) {
    case 'unchanged': return <Notice title={texts.unchangedTitle(result.sequence)} announce>{texts.unchanged(instant(result.atUtc), result.laterEntries)}</Notice>;
    case 'older': return <Notice tone="loss" title={texts.olderTitle} announce>{texts.older(result.sequence, result.entriesMissing, instant(result.lastUtc))}</Notice>;
    case 'changed': return <Notice tone="loss" title={texts.changedTitle} announce>{texts.changed(result.sequence)}</Notice>;
    default: return null;
  }
}
