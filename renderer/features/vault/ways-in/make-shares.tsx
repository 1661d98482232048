import { useState } from 'react';
import type { PrintedShare } from '../../../../shared/contract/ways-in-calls';
import { mostShares } from '../../../../shared/contract/secrets';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { Select } from '../../../ui/select';
import { ChoosePeople } from './choose-people';
import { PassphraseForm } from './passphrase-form';
import { ShowShares } from './show-shares';
import type { EndStep } from './way-in-step';

const fewest = 2;

/** How many must come together unless she says otherwise: more than half, so that no half of them can agree without the other. */
const usual = (people: number): number => Math.floor(people / 2) + 1;

/** Who gets a share, how many of them must come together, then each share. */
export function MakeShares({ replaces, onEnd }: { readonly replaces: boolean; readonly onEnd: EndStep }) {
  const texts = messages.waysIn.shares;
  const [people, setPeople] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [made, setMade] = useState<readonly PrintedShare[] | null>(null);
  const needed = wanted !== null && wanted <= people.length ? wanted : usual(people.length);

  if (made) return <ShowShares shares={made} needed={needed} onDone={() => onEnd(texts.done(made.length))} />;

  const make = async (passphrase: Uint8Array) => {
    if (people.length < fewest) { setError(texts.needPeople); return null; }
    const answer = await ask('waysIn.makeShares', { passphrase, needed, people: [...people] });
    if (answer.ok) setMade(answer.value.shares);
    return answer.ok ? null : answer.error;
  };
  const options = Array.from({ length: Math.max(0, people.length - fewest + 1) }, (_, index) => index + fewest);
  return (
    <PassphraseForm
      title={texts.title} submit={texts.submit} onCancel={() => onEnd(null)} act={make}
      lead={<><p>{texts.lead}</p><p>{texts.choose}</p>{replaces && <p>{texts.replaces}</p>}</>}
      before={<>
        <ChoosePeople people={people} most={mostShares} error={error} onChange={(next) => { setPeople(next); setError(null); }} />
        {people.length >= fewest && (
          <div className="stack-tight">
            <Select label={texts.needed} value={String(needed)} onChange={(value) => setWanted(Number(value))} options={options.map((count) => ({ value: String(count), label: texts.neededOption(count, people.length) }))} />
            <p className="small" role="status" dir="auto">{texts.example(people.slice(0, needed), people.length)}</p>
          </div>
        )}
      </>}
    />
  );
}
