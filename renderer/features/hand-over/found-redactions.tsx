import { useState } from 'react';
import type { BuiltExport } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import type { FoundRedactionDecision } from '../../../shared/model/redaction';
import { messages } from '../../../shared/messages/en-gb';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ShowSheet } from '../../ui-record/export-pages/show-sheet';
import type { Choice } from './choice';

const mostNamed = 10;

/** Documents that wait for her word because somebody only covered words in them, and what a redaction list did nothing to. */
export function FoundRedactions({ built, choice, onChoice, onGoTo }: { built: BuiltExport; choice: Choice; onChoice: (choice: Choice) => void; onGoTo: (page: number) => void }) {
  const { foundRedactions, notRedacted } = built;
  const [asked, setAsked] = useState<Id | null>(null);
  const words = messages.redaction;
  const waiting = foundRedactions.filter(({ documentId }) => !choice.foundRedactions.some((one) => one.documentId === documentId));
  const decide = (decision: FoundRedactionDecision): void => onChoice({ ...choice, foundRedactions: [...choice.foundRedactions.filter(({ documentId }) => documentId !== decision.documentId), decision] });
  return (
    <>
      {waiting.length > 0 && (
        <Notice tone="needs-you" title={words.foundTitle(waiting.length)}>
          <p className="small">{words.foundWords}</p>
          <ul className="pages-left-out">
            {waiting.map(({ documentId, mark, name, onPages }) => (
              <li key={documentId}>
                <span><strong>{mark}</strong> <bdi>{name}</bdi>, {words.foundOn(onPages.join(', '))}</span>
                <ShowSheet built={built} mark={mark} name={name} onGoTo={onGoTo} />
                <Button tone="quiet" aria-label={words.burnNamed(name)} onPress={() => decide({ documentId, decision: 'burn', reason: '' })}>{words.burn}</Button>
                <Button tone="quiet" aria-label={words.asItIsNamed(name)} onPress={() => setAsked(documentId)}>{words.asItIs}</Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {notRedacted.length > 0 && (
        <Notice tone="needs-you" title={words.notRedactedTitle}>
          <p className="small">{words.notRedactedHint}</p>
          <ul className="pages-left-out">{notRedacted.slice(0, mostNamed).map(({ documentId, mark, name, because }) => <li key={`${mark} ${documentId}`}><span><strong>{mark}</strong> <bdi>{name}</bdi>: {words.because[because]}</span><ShowSheet built={built} mark={mark} name={name} onGoTo={onGoTo} /></li>)}</ul>
          {notRedacted.length > mostNamed && <p className="small">{messages.handOver.positionsMore(notRedacted.length - mostNamed)}</p>}
        </Notice>
      )}
      <AskReason
        title={words.asItIs} reasonLabel={words.asItIsReason} confirmLabel={words.asItIs} isOpen={asked !== null} onClose={() => setAsked(null)}
        onConfirm={async (reason) => {
          if (asked !== null) decide({ documentId: asked, decision: 'as-it-is', reason });
          setAsked(null);
          return null;
        }}
      >
        <p>{words.foundWords}</p>
      </AskReason>
    </>
  );
}
