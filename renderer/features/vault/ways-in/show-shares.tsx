import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../../../shared/contract/errors';
import type { PrintedShare } from '../../../../shared/contract/ways-in-calls';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { StepHeader } from '../../../ui/step-header';
import { useAskBeforeLeaving } from '../../../app/ask-before-leaving';

export interface ShowSharesProps {
  readonly shares: readonly PrintedShare[];
  readonly needed: number;
  readonly onDone: () => void;
}

/** Each share by itself, for the one person it is for; then all pages together. They are shown here and never again. */
export function ShowShares({ shares, needed, onDone }: ShowSharesProps) {
  const texts = messages.waysIn.shares;
  const [at, setAt] = useState(0);
  const [refused, setRefused] = useState<CallError | null>(null);
  useAskBeforeLeaving(texts.leave);
  const finish = async (): Promise<void> => {
    const noted = await ask('waysIn.noteSharesShown', {});
    if (noted.ok) onDone();
    else setRefused(noted.error);
  };
  const share = shares[at];
  if (!share) {
    return (
      <div className="stack">
        <StepHeader title={texts.endTitle} />
        <p className="measure">{texts.endLead(needed)}</p>
        <SavePages key="all" shares={shares} needed={needed} label={texts.saveAll} />
        {refused && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
        <div className="row"><Button tone="primary" onPress={() => void finish()}>{texts.finish}</Button><Button tone="quiet" onPress={() => setAt(shares.length - 1)}>{texts.back}</Button></div>
      </div>
    );
  }
  const groups = share.printed.split('-');
  return (
    <div className="stack">
      <StepHeader title={texts.one(at + 1, shares.length, share.person)} />
      <p className="measure">{texts.oneLead}</p>
      <ol className="share-groups" aria-label={texts.label(share.person)} tabIndex={0}>
        {groups.map((group, index) => <li key={`${index} ${group}`}><span className="share-group-number" aria-hidden>{index + 1}</span><span className="share-group">{[...group].map((sign, place) => (sign === '0' ? <span key={`${place} 0`} className="nought">0</span> : sign))}</span></li>)}
      </ol>
      <p className="small quiet measure">{texts.groups}</p>
      <SavePages key={at} shares={[share]} needed={needed} label={texts.savePage} />
      <div className="row">
        <Button tone="primary" onPress={() => setAt(at + 1)}>{at + 1 < shares.length ? texts.next : texts.toEnd}</Button>
        {at > 0 && <Button tone="quiet" onPress={() => setAt(at - 1)}>{texts.back}</Button>}
      </div>
    </div>
  );
}

function SavePages({ shares, needed, label }: { readonly shares: readonly PrintedShare[]; readonly needed: number; readonly label: string }) {
  const texts = messages.waysIn.shares;
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [refused, setRefused] = useState<CallError | null>(null);
  const save = async (): Promise<void> => {
    setState('saving');
    setRefused(null);
    const answer = await ask('waysIn.saveSharePages', { shares: [...shares], needed });
    if (!answer.ok) setRefused(answer.error);
    setState(answer.ok && answer.value.saved ? 'saved' : 'idle');
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <Button icon={FileDown} isDisabled={state === 'saving'} onPress={() => void save()}>{label}</Button>
        <span role="status" className="quiet small">{state === 'saved' ? texts.saved : state === 'saving' ? messages.ui.working : ''}</span>
      </div>
      {refused && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
      <p className="small quiet measure">{texts.saveHint}</p>
    </div>
  );
}
