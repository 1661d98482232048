import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import './show-recovery-code.css';

/** The recovery code to be written down, or printed. No button copies it: it is said beside it not to keep it on this computer. For the first pages and for the vault's page. */
export function ShowRecoveryCode({ code, onWritten, more }: { code: string; onWritten: () => void; more?: ReactNode }) {
  const texts = messages.welcome.code;
  return (
    <>
      <p className="measure">{texts.lead}</p>
      <p className="recovery-code" role="group" aria-label={texts.label} tabIndex={0}>{code}</p>
      <p className="measure">{texts.keep}</p>
      <div className="row">
        <Button icon={Printer} onPress={() => window.print()}>{texts.print}</Button>
      </div>
      <Notice>{texts.printHint}</Notice>
      <div className="row"><Button tone="primary" onPress={onWritten}>{texts.next}</Button>{more}</div>
    </>
  );
}
