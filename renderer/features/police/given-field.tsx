import { FileText, Mail, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import type { Given } from '../../../shared/model/case/contact';
import type { EvidenceTarget } from '../../../shared/model/case/evidence';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { mannerLabels } from '../../../shared/picklists';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { EvidenceDialog } from '../../ui-record/entry/evidence-dialog';
import { ItemListField } from '../../ui-record/case-entry/item-list-field';

const manners = (Object.keys(mannerLabels) as Given['manner'][]).map((value) => ({ value, label: mannerLabels[value].label, hint: mannerLabels[value].explanation }));

/** What she gave: described, or the thing itself where the record holds it. */
export function GivenField({ value, onChange, onBlur }: { value: readonly Given[]; onChange: (given: Given[]) => void; onBlur: () => void }) {
  const texts = messages.police.given;
  const [choosing, setChoosing] = useState<{ id: Id; kind: EvidenceTarget['kind'] } | null>(null);
  const put = (id: Id, target: EvidenceTarget | null): void => onChange(value.map((one) => (one.id === id ? { ...one, target } : one)));
  return (
    <>
      <ItemListField
        items={value} onChange={onChange} make={(id): Given => ({ id, what: '', target: null, manner: 'not-said', receipt: '' })} addLabel={texts.add} nameOf={texts.one} takenOut={texts.takenOut}
        draw={(one, change, isNew) => (
          <>
            <TextField label={texts.what} hint={texts.whatHint} value={one.what} onChange={(what) => change({ what })} onBlur={onBlur} maxLength={2000} autoComplete="off" autoFocus={isNew} />
            <div className="field" role="group" aria-label={texts.inRecord}>
              <span className="field-label">{texts.inRecord}</span>
              {one.target === null ? (
                <div className="row">
                  <Button icon={FileText} onPress={() => setChoosing({ id: one.id, kind: 'document' })}>{messages.caseEntry.addDocument}</Button>
                  <Button icon={MessagesSquare} onPress={() => setChoosing({ id: one.id, kind: 'excerpt' })}>{messages.caseEntry.addMessages}</Button>
                  <Button icon={Mail} onPress={() => setChoosing({ id: one.id, kind: 'mail' })}>{messages.caseEntry.addMail}</Button>
                </div>
              ) : <div className="stack-tight"><EvidenceField value={[one.target]} onChange={null} /><div className="row"><Button tone="quiet" onPress={() => put(one.id, null)}>{messages.caseEntry.takeOut}</Button></div></div>}
            </div>
            <Select label={texts.manner} options={manners} value={one.manner} onChange={(manner) => change({ manner })} />
            <TextField label={texts.receipt} hint={texts.receiptHint} value={one.receipt} onChange={(receipt) => change({ receipt })} onBlur={onBlur} maxLength={500} autoComplete="off" />
          </>
        )}
      />
      {choosing && <EvidenceDialog kind={choosing.kind} linked={[]} onClose={() => setChoosing(null)} onChoose={(target) => { put(choosing.id, target); setChoosing(null); }} />}
    </>
  );
}
