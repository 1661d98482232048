import { Copy, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ask } from '../app/bridge';
import './show-recovery-code.css';

/** The recovery code to be written down, copied or printed. For the first pages and for the vault's page. */
export function ShowRecoveryCode({ code, onWritten, more }: { code: string; onWritten: () => void; more?: ReactNode }) {
  const [isCopied, setCopied] = useState(false);
  const texts = messages.welcome.code;
  return (
    <>
      <p className="measure">{texts.lead}</p>
      <p className="recovery-code" role="group" aria-label={texts.label} tabIndex={0}>{code}</p>
      <p className="measure">{texts.keep}</p>
      <div className="row">
        <Button icon={Copy} onPress={() => void ask('program.copyText', { text: code }).then((result) => setCopied(result.ok))}>{texts.copy}</Button>
        <Button icon={Printer} onPress={() => window.print()}>{texts.print}</Button>
        <span role="status" className="quiet small">{isCopied ? texts.copied : ''}</span>
      </div>
      <Notice>{texts.printHint}</Notice>
      <div className="row"><Button tone="primary" onPress={onWritten}>{texts.next}</Button>{more}</div>
    </>
  );
}
