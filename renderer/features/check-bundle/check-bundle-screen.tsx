import { FileText, FolderOpen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { CheckedBundle } from './checked-bundle';
import { SaveGuide } from './save-guide';
import './check-bundle.css';

/** Checks what somebody received: a bag as a folder or packed, or a PDF. Knows nothing of any vault. */
export function CheckBundleScreen({ onBack }: { readonly onBack: () => void }) {
  const words = messages.checkBundle;
  const { start, running, value, error, cancel, forget } = useTask('bundle-checked');
  const [refused, setRefused] = useState<CallError | null>(null);
  const [name, setName] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const isRunning = running !== null;
  // What was pressed is gone: the keyboard goes to the way to stop, then to what was found.
  useEffect(() => {
    if (isRunning) page.current?.querySelector<HTMLElement>('.progress-line button')?.focus();
    else if (value) page.current?.querySelector<HTMLElement>('[data-result]')?.focus();
  }, [isRunning, value]);

  async function choose(what: 'folder' | 'file'): Promise<void> {
    const picked = await ask('bundles.choose', { what });
    if (!picked.ok) return setRefused(picked.error);
    const { chosen } = picked.value;
    if (!chosen) return;
    setRefused(null);
    forget();
    setName(chosen.name);
    await start('bundles.check', { grant: chosen.grant });
  }
  const trouble = refused ?? error;
  return (
    <main className="door"><div ref={page} className="door-inner">
      <h1>{words.title}</h1>
      <p className="measure">{words.lead}</p>
      {running && <ProgressLine label={words.checking(name)} fraction={running.fraction} figure={running.figure} onCancel={cancel} />}
      {trouble && !isRunning && <Notice tone={trouble.code === 'cancelled' ? 'plain' : 'needs-you'} announce>{trouble.code === 'cancelled' ? words.stopped : sayTrouble(trouble)}</Notice>}
      {value && !isRunning && <CheckedBundle key={name} checked={value} />}
      {!isRunning && (
        <div className="row">
          <Button tone={value ? 'plain' : 'primary'} icon={FolderOpen} onPress={() => void choose('folder')}>{words.chooseFolder}</Button>
          <Button icon={FileText} onPress={() => void choose('file')}>{words.chooseFile}</Button>
          <Button tone="quiet" onPress={onBack}>{messages.ui.back}</Button>
        </div>
      )}
      {!isRunning && <SaveGuide />}
    </div></main>
  );
}

function sayTrouble(error: CallError): string {
  const own: Readonly<Record<string, string>> = messages.checkBundle.errors;
  return own[error.code] ?? messages.errors.say(error);
}
