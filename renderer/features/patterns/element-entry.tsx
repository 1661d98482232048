import { useState } from 'react';
import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { ConductChoice } from '../../../shared/model/case/conduct';
import type { ElementLine } from '../../../shared/model/case/course-of-conduct';
import { abuseKindOf } from '../../../shared/picklists';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/text-field';

const texts = messages.conduct;

/** One entry under an element: what it is, who says that it stands there, what is attached, and what she can say of it. `onSay` null: it is only read. */
export function ElementEntry({ line, onSay }: { line: ElementLine; onSay: ((choice: ConductChoice, words: string) => Promise<boolean>) | null }) {
  const { go } = usePlaces();
  const [isWriting, setWriting] = useState(false);
  const { by, words } = line;
  const name = line.title || line.opening.slice(0, 80) || texts.untitled;
  const say = (choice: ConductChoice): void => void onSay?.(choice, words);
  return (
    <li className="element-entry" aria-label={name}>
      <p className="small quiet">{[sayDate(line.happened) || messages.dates.undated, ...whyOf(line)].join(' · ')}</p>
      <h3><Button tone="quiet" onPress={() => go({ name: 'chronology', open: { subject: 'incident', id: line.incidentId } })}><bdi>{name}</bdi></Button></h3>
      {line.title && line.opening && <p className="element-opening" dir="auto">{line.opening}</p>}
      {words && !isWriting && <p dir="auto"><strong>{texts.why}:</strong> {words}</p>}
      <p className="small">{sayEvidence(line)}</p>
      {onSay && isWriting && <Why line={line} onDone={() => setWriting(false)} onSay={onSay} />}
      {onSay && !isWriting && (
        <div className="row">
          {by === 'proposed' && <Button aria-label={texts.confirmNamed(name)} onPress={() => say('supports')}>{texts.confirm}</Button>}
          {by === 'proposed' && <Button tone="quiet" aria-label={texts.takeOutNamed(name)} onPress={() => say('does-not')}>{texts.takeOut}</Button>}
          {by === 'chosen' && <Button tone="quiet" aria-label={texts.whyNamed(name)} onPress={() => setWriting(true)}>{texts.writeWhy}</Button>}
          {by === 'chosen' && <Button tone="quiet" aria-label={texts.takeOutNamed(name)} onPress={() => say('does-not')}>{texts.takeOut}</Button>}
          {by === 'taken-out' && <Button tone="quiet" aria-label={texts.putBackNamed(name)} onPress={() => say('supports')}>{texts.putBack}</Button>}
          {by !== 'proposed' && <Button tone="quiet" aria-label={texts.undecideNamed(name)} onPress={() => say('undecided')}>{texts.undecide}</Button>}
        </div>
      )}
    </li>
  );
}

function sayEvidence({ evidence }: ElementLine): string {
  const names = evidence.map(({ isGone, mark, name }) => (isGone ? messages.caseEntry.erasedThing : [mark, name].filter(Boolean).join(' · '))).join('; ');
  return [texts.attached(evidence.length), names].filter(Boolean).join(': ');
}

/** Why it stands here, and by which of its kinds. */
function whyOf({ by, proposedKinds, isByEffect }: ElementLine): string[] {
  if (by !== 'proposed') return [texts.by[by]];
  const kinds = proposedKinds.map((kind) => abuseKindOf(kind)?.label ?? kind).join(', ');
  return [...(kinds === '' ? [] : [`${texts.by.proposed}: ${kinds}`]), ...(isByEffect ? [texts.by.effect] : [])];
}

function Why({ line, onSay, onDone }: { line: ElementLine; onSay: (choice: ConductChoice, words: string) => Promise<boolean>; onDone: () => void }) {
  const [written, setWritten] = useState(line.words);
  const keep = async (): Promise<void> => { if (await onSay('supports', written.trim())) onDone(); };
  return (
    <>
      <TextArea label={texts.why} hint={texts.whyHint} value={written} onChange={setWritten} maxLength={20_000} autoFocus />
      <div className="row"><Button tone="primary" onPress={() => void keep()}>{texts.keepWhy}</Button><Button tone="quiet" onPress={onDone}>{texts.leaveWhy}</Button></div>
    </>
  );
}
