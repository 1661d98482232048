import { type ReactNode, useState } from 'react';
import type { CallError } from '../../shared/contract/errors';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';
import { ask } from '../app/bridge';
import { useAsk } from '../app/use-ask';
import './check-recovery-code.css';

/** Asks for some groups of the recovery code from her paper. For the first pages and for the vault's page. */
export function CheckRecoveryCode({ onConfirmed, more }: { onConfirmed: () => void; more?: ReactNode }) {
  const texts = messages.welcome.confirm;
  const asked = useAsk('vault.askRecoveryCode', {});
  const [typed, setTyped] = useState<readonly string[]>([]);
  const [isWrong, setWrong] = useState(false);
  const [refused, setRefused] = useState<CallError | null>(null);
  const { groups = [], groupCount = 0 } = asked.value ?? {};

  const check = async (): Promise<void> => {
    const answer = await ask('vault.confirmRecoveryCode', { typed: groups.map((_, index) => (typed[index] ?? '').trim()) });
    setRefused(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    if (answer.value.confirmed) onConfirmed();
    else setWrong(true);
  };

  const error = refused ?? asked.error;
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void check(); }}>
      <p className="measure">{texts.lead}</p>
      <div className="code-groups">
        {groups.map((group, index) => (
          <TextField
            key={group} label={texts.group(group + 1, groupCount)} value={typed[index] ?? ''} autoFocus={index === 0} autoComplete="off"
            onChange={(text) => { setWrong(false); setTyped(groups.map((_, at) => (at === index ? text : typed[at] ?? ''))); }}
          />
        ))}
      </div>
      {isWrong && <Notice tone="needs-you" announce>{texts.wrong}</Notice>}
      {error && <Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice>}
      <div className="row"><Button tone="primary" type="submit" isDisabled={groups.length === 0}>{texts.submit}</Button>{more}</div>
    </form>
  );
}
