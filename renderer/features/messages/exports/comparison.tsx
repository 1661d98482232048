import { useState } from 'react';
import type { Conversation } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { ExportComparison, FindingKind } from '../../../../shared/model/same-conversation';
import { messages } from '../../../../shared/messages/en-gb';
import { sayNumber } from '../../../../shared/messages/plural';
import { showHidden } from '../../../../shared/text/show-hidden';
import { useAsk } from '../../../app/use-ask';
import { RadioGroup } from '../../../ui/choices';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/page';
import { Select } from '../../../ui/select';
import { FindingsList } from './findings-list';

const words = messages.sameConversation;
const kinds: readonly FindingKind[] = ['missing', 'added', 'changed', 'before', 'after'];
/** Most names and shifts of time that are said. */
const mostSaid = 5;

/** Two of the exports held against each other: how many are the same, then each kind of difference, what matters most first. */
export function Comparison({ exports, onOpen }: { exports: readonly Conversation[]; onOpen: (conversationId: Id, ordinal: number) => void }) {
  const [pair, setPair] = useState<{ older: Id; newer: Id }>(() => ({ older: exports[0]?.id ?? '', newer: exports[1]?.id ?? '' }));
  const [chosen, setChosen] = useState<FindingKind | null>(null);
  const isPair = pair.older !== pair.newer && exports.some(({ id }) => id === pair.older) && exports.some(({ id }) => id === pair.newer);
  const asked = useAsk('conversations.compare', isPair ? { olderId: pair.older, newerId: pair.newer } : null);
  const compared = asked.value;
  const there = compared === null ? [] : kinds.filter((kind) => compared.counts[kind] > 0);
  const shown = chosen !== null && there.includes(chosen) ? chosen : there[0] ?? null;
  const options = exports.map(({ id, title }, index) => ({ value: id, label: words.named(index + 1, showHidden(title)) }));
  return (
    <Section title={words.found}>
      {exports.length > 2 && (
        <div className="export-pair">
          <Select label={words.older} value={pair.older} options={options} onChange={(older) => setPair({ ...pair, older })} error={isPair ? null : words.needTwo} />
          <Select label={words.newer} value={pair.newer} options={options} onChange={(newer) => setPair({ ...pair, newer })} />
        </div>
      )}
      {asked.error && <Notice tone="needs-you" announce>{messages.errors.say(asked.error)}</Notice>}
      {asked.isWaiting && compared === null && <p className="quiet" role="status">{words.comparing}</p>}
      {compared !== null && isPair && (
        <>
          <Summary compared={compared} />
          {shown !== null && (
            <>
              <RadioGroup across label={words.show} value={shown} onChange={setChosen} options={there.map((kind) => ({ value: kind, label: `${words.kinds[kind].name} (${sayNumber(compared.counts[kind])})` }))} />
              <FindingsList key={`${pair.older} ${pair.newer} ${shown}`} olderId={pair.older} newerId={pair.newer} kind={shown} count={compared.counts[shown]} onOpen={onOpen} />
            </>
          )}
        </>
      )}
    </Section>
  );
}

function Summary({ compared: { sameCount, counts, renamed, shifts } }: { compared: ExportComparison }) {
  const differing = counts.missing + counts.added + counts.changed;
  return (
    <div className="stack-tight" role="status">
      {counts.missing > 0 && <Notice tone="needs-you">{words.kinds.missing.says(counts.missing)}</Notice>}
      <ul className="stack-tight measure">
        <li>{words.same(sameCount)}{differing === 0 && ` ${words.nothingDiffers}`}</li>
        {kinds.filter((kind) => kind !== 'missing' && counts[kind] > 0).map((kind) => <li key={kind}>{words.kinds[kind].says(counts[kind])}</li>)}
        {renamed.slice(0, mostSaid).map(({ older, newer, count }) => <li key={`${older}\n${newer}`}>{words.renamed(showHidden(older), showHidden(newer), count)}</li>)}
        {shifts.slice(0, mostSaid).map(({ minutes, count }) => <li key={minutes}>{words.shifted(minutes, count)}</li>)}
      </ul>
    </div>
  );
}
