import { Copy, EyeOff, FileText } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { HandedCopy } from '../../../shared/model/copy';
import { useAskBeforeLeaving } from '../../app/ask-before-leaving';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { SaveReceipt } from './save-receipt';

/** A copy that has just been saved: its passphrase, once, and the receipt to be signed. */
export function CopySaved({ copy, passphrase }: { readonly copy: HandedCopy; readonly passphrase: string | null }) {
  const words = messages.recipients;
  const [isHidden, setHidden] = useState(false);
  const [isCopied, setCopied] = useState(false);
  // Kept in her vault, it is found again under "Copies".
  useAskBeforeLeaving(passphrase !== null && !isHidden && !copy.hasPassphrase ? words.words.leave : null);
  const files = copy.files.filter(({ inside }) => !inside);
  const named = words.copyFor(copy.number, copy.to);
  return (
    <div className="stack-tight" tabIndex={-1} data-saved>
      <Notice announce title={files.length > 1 ? words.savedInFiles(named, files.length) : words.saved(named, files[0]?.name ?? '')}>{passphrase === null ? (files.length > 1 ? words.savedOpenFiles : words.savedOpen) : files.length > 1 ? words.samePassphrase : null}</Notice>
      {passphrase !== null && !isHidden && (
        <section className="passphrase stack-tight" aria-label={words.words.title}>
          <h3>{words.words.title}</h3>
          <p className="passphrase-words" translate="no">{passphrase}</p>
          <p>{words.words.hint}</p>
          <p className="small quiet">{copy.hasPassphrase ? words.words.kept : words.words.once}</p>
          <div className="row">
            <Button icon={Copy} onPress={() => void ask('program.copyText', { text: passphrase }).then((result) => setCopied(result.ok))}>{words.words.copy}</Button>
            <Button tone="quiet" icon={EyeOff} onPress={() => setHidden(true)}>{words.words.seen}</Button>
          </div>
          <p role="status" className="small">{isCopied ? words.words.copied : ''}</p>
        </section>
      )}
      <SaveReceipt copy={copy} icon={FileText} />
    </div>
  );
}
