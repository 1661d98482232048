import { messages } from '../../../shared/messages/en-gb';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { canGo } from './choice';
import { HandOver } from './hand-over';
import { NothingToHandOver } from './nothing-to-hand-over';
import { useAllRows } from './use-all-rows';
import { useCaseDrafts } from './use-case-drafts';
import { useUndated } from './use-undated';
import './hand-over-screen.css';

/** The place "Hand over": what goes, beside the pages before they are saved; one at a time where it is narrow. Here what it needs of the record is asked for, all at once. */
export function HandOverScreen() {
  const { readOnly } = useProgram();
  const { rows, isWhole: hasAllRows, error } = useAllRows();
  const past = useAsk('exports.list', {});
  const aside = useAsk('aside.things', {});
  const documents = useUndated();
  const caseDrafts = useCaseDrafts();
  const undated = documents ?? [];
  // Before all is there, what she chose cannot be held against what the pages were made of.
  const isWhole = hasAllRows && documents !== null;
  const isEmpty = isWhole && undated.length === 0 && rows?.some(canGo) === false && aside.value?.things.every((thing) => !thing.canGo) === true;
  const trouble = error ?? aside.error ?? (isEmpty && !past.value ? past.error : null);
  if (trouble) return <Page><Notice tone="needs-you">{messages.errors.say(trouble)}</Notice></Page>;
  if (!rows || !aside.value) return <Page><p className="quiet" role="status">{messages.ui.working}</p></Page>;
  if (isEmpty) return <NothingToHandOver exports={past.value?.exports ?? null} readOnly={readOnly} onSaved={past.again} />;
  return <HandOver rows={rows} isWhole={isWhole} things={aside.value.things} undated={undated} caseDrafts={caseDrafts} exports={past.value?.exports ?? []} onSaved={past.again} />;
}
