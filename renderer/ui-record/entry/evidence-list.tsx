import { FileText, Mail, MessagesSquare, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceTarget } from '../../../shared/model/case/evidence';
import { messages } from '../../../shared/messages/en-gb';
import { usePlaceOfCitation } from '../../app/place-of-citation';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

export interface ListedEvidence { readonly key: string; readonly target: EvidenceTarget; readonly label: string }

/** Things that bear something out, each with the way to it. `onRemove` null: they stay. */
export function EvidenceList({ things, none, onRemove, removeLabel, removeNamed }: {
  things: readonly ListedEvidence[]; none: string; onRemove: ((thing: ListedEvidence) => void) | null; removeLabel: string; removeNamed: (label: string) => string;
}) {
  const texts = messages.incident;
  const goTo = usePlaceOfCitation();
  const [refused, setRefused] = useState<string | null>(null);
  const open = async (target: EvidenceTarget): Promise<void> => {
    const refusal = await goTo(target);
    setRefused(refusal && messages.errors.say(refusal));
  };
  if (things.length === 0) return none === '' ? null : <p className="quiet">{none}</p>;
  return (
    <>
      <ul className="links">
        {things.map((thing) => {
          const Icon = thing.target.kind === 'document' ? FileText : thing.target.kind === 'mail' ? Mail : MessagesSquare;
          return (
            <li key={thing.key}>
              <Icon size="1.125em" strokeWidth={1.75} aria-hidden /><span className="links-label" dir="auto">{thing.label}</span>
              <Button tone="quiet" aria-label={texts.openNamed(thing.label)} onPress={() => void open(thing.target)}>{texts.openLink}</Button>
              {onRemove && <Button tone="quiet" icon={Unlink} aria-label={removeNamed(thing.label)} onPress={() => onRemove(thing)}>{removeLabel}</Button>}
            </li>
          );
        })}
      </ul>
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
    </>
  );
}
