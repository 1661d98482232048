import { Save } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import type { Handing, Protection } from '../../../shared/model/copy';
import type { BuiltExport } from '../../../shared/model/export';
import { useAskBeforeLeaving, useLeaving } from '../../app/ask-before-leaving';
import { useProgram } from '../../app/program';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { focusFirstError } from '../../ui/focus-first-error';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { CopySaved } from './copy-saved';
import { tellsOnce } from './tells-once';
import { WhoFor } from './who-for';
import './recipients.css';

export interface HandOverStepProps {
  readonly built: BuiltExport;
  /** null: for nobody yet; then what stands beside the pages saves them. */
  readonly handing: Handing | null;
  readonly onHanding: (handing: Handing | null) => void;
  /** She is writing down somebody new. */
  readonly isNaming: boolean;
  readonly onNaming: (isNaming: boolean) => void;
  readonly lock: Exclude<Protection, 'none'>;
  readonly onSaved: () => void;
  readonly onRefused: (error: CallError) => void;
  /** What saves something else than the pages alone. */
  readonly children: ((handing: Handing | null) => ReactNode) | undefined;
}

/** Who finished pages are for, and the one press that marks, shuts and saves their copy. A vault that can only be read numbers nothing. */
export function HandOverStep({ built, handing: said, onHanding, isNaming, onNaming, lock, onSaved, onRefused, children }: HandOverStepProps) {
  const { readOnly } = useProgram();
  const words = messages.recipients;
  // Pages are shut otherwise than a bag: what she chose of one goes for the other.
  const handing = said === null || said.protection === 'none' ? said : { ...said, protection: lock };
  const saving = useTask('handed-over');
  const { leave, dialog } = useLeaving();
  const step = useRef<HTMLDivElement>(null);
  const isRunning = saving.running !== null;
  const copy = saving.value?.copy ?? null;
  useEffect(() => {
    if (isRunning) step.current?.querySelector<HTMLElement>('.progress-line button')?.focus();
    else if (copy) step.current?.querySelector<HTMLElement>('[data-saved]')?.focus();
  }, [isRunning, copy]);
  // The words come at its end, and are told nowhere else.
  useAskBeforeLeaving(isRunning && handing !== null && tellsOnce(handing) ? words.words.leaveSaving : null);
  const refused = saving.error;
  useEffect(() => { if (refused) onRefused(refused); }, [refused, onRefused]);
  if (readOnly) return children?.(null) ?? null;

  async function save(): Promise<void> {
    if (handing === null) return;
    const done = await saving.start('copies.handOver', { exportId: built.exportId, handing });
    if (done?.copy) onSaved();
  }
  const isRefusedForReason = saving.error?.code === 'reason-needed';
  return (
    <div ref={step} className="stack-tight">
      {saving.running ? <ProgressLine label={saving.running.label} fraction={saving.running.fraction} figure={saving.running.figure} onCancel={saving.cancel} />
        : copy ? <><CopySaved copy={copy} passphrase={saving.value?.passphrase ?? null} /><div className="row"><Button tone="quiet" onPress={() => leave(() => { saving.forget(); onHanding(null); })}>{words.another}</Button></div></>
          : <>
            <WhoFor isNaming={isNaming} onNaming={onNaming} handing={handing} onHanding={(next) => { onHanding(next); saving.forget(); }} includesPrivileged={built.includesPrivileged} privateChildren={built.privateChildren} lock={lock} isReasonMissing={isRefusedForReason} />
            {isNaming ? <p className="small" role="status">{words.who.addFirst}</p> : children ? children(handing) : handing && <div className="row hand-over-save"><Button tone="primary" icon={Save} onPress={() => void save().then(() => focusFirstError(step.current))}>{built.inFiles ? words.saveInFiles(built.inFiles.parts.length) : words.save}</Button></div>}
            {saving.error && !isRefusedForReason && <Notice tone={saving.error.code === 'cancelled' ? 'plain' : 'needs-you'} announce>{saving.error.code === 'cancelled' ? words.stopped : messages.errors.say(saving.error)}</Notice>}
            {saving.value && !copy && <p role="status">{words.notSaved}</p>}
          </>}
      {dialog}
    </div>
  );
}
