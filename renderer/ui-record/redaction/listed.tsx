import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { RedactionList } from '../../../shared/model/redaction';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { UndoLine } from '../../ui/undo-line';

type Removed = { what: string; putBack: () => Promise<void> };

/** What stands on a list, each with the way off it, and the way back. `nameOf`: what a document is called; null: its parts are not listed here. */
export function Listed({ list, nameOf, onChanged }: { list: RedactionList; nameOf: (documentId: string) => string | null; onChanged: (list: RedactionList) => void }) {
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const words = messages.redaction;
  const listId = list.id;
  const settle = (result: Awaited<ReturnType<typeof ask<'redactions.takeOff'>>>): boolean => {
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) onChanged(result.value);
    return result.ok;
  };
  async function takeOff(id: string, what: string, again: () => ReturnType<typeof ask<'redactions.takeOff'>>): Promise<void> {
    if (settle(await ask('redactions.takeOff', { listId, id }))) setRemoved({ what, putBack: async () => { if (settle(await again())) setRemoved(null); } });
  }
  const rows = [
    ...list.words.map(({ id, ...one }) => ({ id, what: words.wordsListed(one.words, words.reasons[one.reason]), again: () => ask('redactions.addWords', { listId, ...one }) })),
    ...list.areas.flatMap(({ id, ...area }) => {
      const name = nameOf(area.documentId);
      return name === null ? [] : [{ id, what: words.areaListed(area.page, name, words.reasons[area.reason]), again: () => ask('redactions.addArea', { listId, ...area }) }];
    }),
  ];
  return (
    <div className="stack-tight">
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      {removed && <UndoLine text={words.wasTakenOff(removed.what)} onUndo={() => void removed.putBack()} />}
      {rows.length > 0 && (
        <ul className="redaction-listed" aria-label={words.listed}>
          {rows.map(({ id, what, again }) => (
            <li key={id} className="row"><bdi>{what}</bdi><Button tone="quiet" aria-label={words.takeOffNamed(what)} onPress={() => void takeOff(id, what, again)}>{words.takeOff}</Button></li>
          ))}
        </ul>
      )}
    </div>
  );
}
