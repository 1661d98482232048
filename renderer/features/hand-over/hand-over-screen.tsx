import { FolderOutput } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { BuiltExport, ExportRecord } from '../../../shared/model/export';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { EmptyState, Page, PageHeader, Section } from '../../ui/page';
import { ProgressLine } from '../../ui/progress-line';
import { TextField } from '../../ui/text-field';
import { BuiltPages } from './built-pages';
import { canGo, type Choice, exportChoice, wholeChoice } from './choice';
import { EntryTable } from './entry-table';
import { PastExports } from './past-exports';
import { useAllRows } from './use-all-rows';
import './hand-over-screen.css';

/** The place "Hand over": what goes, the pages before they are saved, what went before. */
export function HandOverScreen() {
  const { go } = usePlaces();
  const words = messages.handOver;
  const { rows, error } = useAllRows();
  const past = useAsk('exports.list', {});
  const [choice, setChoice] = useState<Choice>(wholeChoice);
  const [built, setBuilt] = useState<BuiltExport | null>(null);
  const [saved, setSaved] = useState<ExportRecord | null>(null);
  const [complaint, setComplaint] = useState<'name' | 'none' | null>(null);
  const building = useTask('export');

  // Pages that are no longer looked at are not kept.
  useEffect(() => () => { if (built) void ask('exports.discard', { exportId: built.exportId }); }, [built]);

  if (error) return <Page><Notice tone="needs-you">{messages.errors.say(error)}</Notice></Page>;
  if (!rows) return <Page><p className="quiet" role="status">{messages.ui.working}</p></Page>;
  const going = rows.filter(canGo);
  const drafts = rows.filter((row) => row.status === 'draft');
  const chosenCount = going.filter((row) => !choice.takenOut.has(row.id)).length;

  async function build(): Promise<void> {
    if (choice.caseName.trim() === '') { setComplaint('name'); return; }
    if (chosenCount === 0) { setComplaint('none'); return; }
    setComplaint(null);
    setSaved(null);
    setBuilt(null);
    const made = await building.start('exports.build', exportChoice(choice, going));
    if (made) setBuilt(made);
  }
  if (built) {
    return <BuiltPages built={built} onBack={() => setBuilt(null)} onSaved={(record) => { setBuilt(null); setSaved(record); past.again(); }} />;
  }
  if (going.length === 0) {
    return <EmptyState isWhole title={words.emptyTitle}><p>{words.emptyWords}</p></EmptyState>;
  }
  return (
    <Page wide>
      <PageHeader title={words.title} description={words.intro} />
      {saved && <Notice announce>{words.saved(saved.fileName)}</Notice>}
      <div className="hand-over">
        <Section title={words.tableTitle}>
          <div className="row">
            <p role="status" className="quiet">{words.chosen(chosenCount, going.length)}</p>
            <Button tone="quiet" onPress={() => setChoice({ ...choice, takenOut: new Set() })}>{words.chooseAll}</Button>
            <Button tone="quiet" onPress={() => setChoice({ ...choice, takenOut: new Set(going.map(({ id }) => id)) })}>{words.chooseNone}</Button>
          </div>
          <EntryTable rows={going} choice={choice} onChoice={(next) => { setChoice(next); setComplaint(null); }} />
        </Section>
        <div className="stack hand-over-settle">
          <TextField label={words.caseName} hint={words.caseNameHint} value={choice.caseName} onChange={(caseName) => { setChoice({ ...choice, caseName }); setComplaint(null); }} maxLength={120} error={complaint === 'name' ? words.caseNameNeeded : null} />
          <Checkbox isSelected={choice.includePrivileged} onChange={(includePrivileged) => setChoice({ ...choice, includePrivileged })} hint={words.privilegedHint}>{words.privileged}</Checkbox>
          {complaint === 'none' && <Notice tone="needs-you" announce>{words.nothingChosen}</Notice>}
          {building.error && building.error.code !== 'cancelled' && <Notice tone="needs-you" announce>{messages.errors.say(building.error)}</Notice>}
          {building.running
            ? <ProgressLine label={building.running.label} fraction={building.running.fraction} figure={building.running.figure} onCancel={building.cancel} />
            : <div className="row"><Button tone="primary" icon={FolderOutput} onPress={() => void build()}>{words.build}</Button></div>}
          {drafts.length > 0 && (
            <Notice title={words.draftsTitle(drafts.length)}>
              <p>{words.draftsWords}</p>
              {drafts.slice(0, 3).map((row) => { const title = row.title || row.opening.slice(0, 40) || words.untitled; return <Button key={row.id} tone="quiet" onPress={() => go({ name: 'chronology', open: { subject: 'incident', id: row.id } })}>{words.openDraft(title)}</Button>; })}
            </Notice>
          )}
          <PastExports exports={past.value?.exports ?? []} />
        </div>
      </div>
    </Page>
  );
}
