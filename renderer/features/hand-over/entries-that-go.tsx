import type { ReactNode } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { type Choice, withAll } from './choice';
import { ChooseBy } from './choose-by';
import type { WhatGoes } from './use-what-goes';

export interface EntriesThatGoProps {
  readonly goes: WhatGoes;
  readonly onChoice: (choice: Choice) => void;
  /** False while only the first rows are here: what means all of them waits. */
  readonly isWhole: boolean;
  /** The table. */
  readonly children: ReactNode;
}

/** The table of what goes, under how many do and the ways to choose many at once. */
export function EntriesThatGo({ goes: { going, choice, chosenCount }, onChoice, isWhole, children }: EntriesThatGoProps) {
  const words = messages.handOver;
  if (going.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={words.tableTitle}>
      <h2>{words.tableTitle}</h2>
      <div className="row hand-over-count">
        <p role="status" className="quiet">{isWhole ? words.chosen(chosenCount, going.length) : messages.ui.working}</p>
        <Button tone="quiet" isDisabled={!isWhole} onPress={() => onChoice(withAll(choice, going, true))}>{words.chooseAll}</Button>
        <Button tone="quiet" isDisabled={!isWhole} onPress={() => onChoice(withAll(choice, going, false))}>{words.chooseNone}</Button>
      </div>
      {isWhole && <ChooseBy rows={going} choice={choice} onChoice={onChoice} />}
      {children}
    </section>
  );
}
