import { Page } from '../../../ui/page';
import { ChangePassphrase } from './change-passphrase';
import { EndWayIn } from './end-way-in';
import { MakeKeyFile } from './make-key-file';
import { MakeShares } from './make-shares';
import { NewCode } from './new-code';
import { RenewEverything } from './renew-everything';
import type { EndStep, WayInStep } from './way-in-step';

/** One step with the ways in, in place of the vault's page. */
export function WayInPage({ step, onEnd }: { readonly step: WayInStep; readonly onEnd: EndStep }) {
  return <Page>{stepOf(step, onEnd)}</Page>;
}

function stepOf(step: WayInStep, onEnd: EndStep) {
  switch (step.do) {
    case 'change-passphrase': return <ChangePassphrase onEnd={onEnd} />;
    case 'new-code': return <NewCode replaces={step.replaces} onEnd={onEnd} />;
    case 'make-key-file': return <MakeKeyFile replaces={step.replaces} onEnd={onEnd} />;
    case 'make-shares': return <MakeShares replaces={step.replaces} onEnd={onEnd} />;
    case 'end': return <EndWayIn kind={step.kind} onEnd={onEnd} />;
    case 'renew': return <RenewEverything onEnd={onEnd} />;
  }
}
