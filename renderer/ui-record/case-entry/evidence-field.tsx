import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceTarget } from '../../../shared/model/case/evidence';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { UndoLine } from '../../ui/undo-line';
import { EvidenceDialog } from '../entry/evidence-dialog';
import { EvidenceList, type ListedEvidence } from '../entry/evidence-list';

const keyOf = (target: EvidenceTarget): string => JSON.stringify(target);

/** What is linked to an entry of the case. It is not called its proof: the entry can be a claim against her, or a suspicion. `onChange` null: it is only read. */
export function EvidenceField({ value, onChange }: { value: readonly EvidenceTarget[]; onChange: ((value: EvidenceTarget[]) => void) | null }) {
  const texts = messages.incident;
  const [adding, setAdding] = useState<EvidenceTarget['kind'] | null>(null);
  const [taken, setTaken] = useState<ListedEvidence | null>(null);
  const named = useAsk('case.evidence', { targets: [...value] });
  const things = value.map((target): ListedEvidence => {
    const known = named.value?.things.find((thing) => keyOf(thing.target) === keyOf(target));
    return { key: keyOf(target), target, label: known === undefined ? '' : known.isGone ? messages.caseEntry.erasedThing : [known.mark, known.name].filter(Boolean).join(' · ') };
  });
  const put = (target: EvidenceTarget): void => { if (onChange && !value.some((one) => keyOf(one) === keyOf(target))) onChange([...value, target]); };
  return (
    <div className="stack-tight">
      <EvidenceList
        things={things} none={texts.evidenceNone} removeLabel={messages.caseEntry.takeOut} removeNamed={messages.caseEntry.removeNamed}
        onRemove={onChange && ((thing) => { setTaken(thing); onChange(value.filter((one) => keyOf(one) !== thing.key)); })}
      />
      {taken && <UndoLine text={texts.unlinked(taken.label)} onUndo={() => { setTaken(null); put(taken.target); }} />}
      {onChange && (
        <div className="row">
          <Button icon={Link2} onPress={() => setAdding('document')}>{messages.caseEntry.addDocument}</Button>
          <Button icon={Link2} onPress={() => setAdding('excerpt')}>{messages.caseEntry.addMessages}</Button>
          <Button icon={Link2} onPress={() => setAdding('mail')}>{messages.caseEntry.addMail}</Button>
        </div>
      )}
      {adding && <EvidenceDialog kind={adding} linked={value} onClose={() => setAdding(null)} onChoose={(target) => { setAdding(null); setTaken(null); put(target); }} />}
    </div>
  );
}
