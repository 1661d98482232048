import type { CallError } from '../../../../shared/contract/errors';
import { messages } from '../../../../shared/messages/en-gb';
import { useRenewalWork } from '../../../app/renewal-work';
import { Notice } from '../../../ui/notice';
import { ProgressLine } from '../../../ui/progress-line';
import { sayOfNext } from './of-next';

/** On the vault's page, for whoever comes back to it: how far the renewing is, or why it was not done. */
export function RenewalNotice() {
  const texts = messages.waysIn.renew;
  const { running, error, cancel } = useRenewalWork();
  if (running) return <div className="stack-tight"><ProgressLine {...running} onCancel={cancel} /><p className="quiet">{texts.running}</p></div>;
  if (!error) return null;
  return <Notice tone={error.code === 'cancelled' ? 'plain' : 'needs-you'} announce>{sayWhyNot(error)}</Notice>;
}

function sayWhyNot(error: CallError): string {
  if (error.code === 'cancelled') return messages.waysIn.renew.stopped;
  return error.code === 'wrong-secret' ? messages.waysIn.wrongPassphrase : sayOfNext(error) ?? messages.errors.say(error);
}
