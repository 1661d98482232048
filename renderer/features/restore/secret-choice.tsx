import { type Ref, useState } from 'react';
import type { WayInKind } from '../../../shared/contract/ways-in-calls';
import { messages } from '../../../shared/messages/en-gb';
import { EnterWayIn } from '../../secrets/enter-way-in';
import { OtherWays } from '../../secrets/other-ways';
import type { WayInHandle } from '../../secrets/way-in-handle';

/** The passphrase, or any other way in that the backup had when it was made. */
export function SecretChoice({ isDisabled, ref }: { readonly isDisabled: boolean; readonly ref: Ref<WayInHandle> }) {
  const texts = messages.backup.restore;
  const [kind, setKind] = useState<WayInKind>('passphrase');
  return (
    <div className="stack-tight">
      <h2 className="field-label">{texts.secret}</h2>
      <p className="field-hint">{texts.secretHint}</p>
      <EnterWayIn ref={ref} kind={kind} isDisabled={isDisabled} />
      {!isDisabled && <div className="restore-ways"><OtherWays chosen={kind} onChoose={setKind} /></div>}
    </div>
  );
}
