import { ArrowLeft, BookOpenText } from 'lucide-react';
import { useState } from 'react';
import { thinOf } from '../../../shared/conduct/thin';
import { messages } from '../../../shared/messages/en-gb';
import type { ConductChoice } from '../../../shared/model/case/conduct';
import type { Id } from '../../../shared/model/identity';
import { abuseKindOf, type ConductElement } from '../../../shared/picklists';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Facts, Page, PageHeader, Section } from '../../ui/page';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { ElementEntry } from './element-entry';
import { NumbersTable } from './numbers-table';

const texts = messages.conduct;
const atATime = 50;

/** One element: what the law asks for, what a reader may ask, and the entries that she or their kinds put under it. */
export function ElementPage({ element, onBack }: { element: ConductElement; onBack: () => void }) {
  const { readOnly } = useProgram();
  const [limit, setLimit] = useState(atATime);
  const [showsTakenOut, setShowsTakenOut] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const asked = useAsk('case.elementLines', { elementId: element.id, offset: 0, limit: Math.min(200, limit), only: null });
  const found = asked.value;
  const say = async (incidentId: Id, choice: ConductChoice, words: string): Promise<boolean> => {
    const said = await ask('case.chooseConduct', { elementId: element.id, incidentId, choice, words });
    setRefused(said.ok ? null : said.error.code === 'nothing-to-record' ? texts.draftFirst : messages.errors.say(said.error));
    asked.again();
    return said.ok;
  };
  const link = async (incidentId: Id) => {
    setChoosing(false);
    await say(incidentId, 'supports', found?.lines.find((line) => line.incidentId === incidentId)?.words ?? '');
    return ask('incidents.get', { id: incidentId });
  };
  const lines = found?.lines.filter(({ by }) => showsTakenOut || by !== 'taken-out') ?? [];
  return (
    <Page>
      <div className="row"><Button tone="quiet" icon={ArrowLeft} onPress={onBack}>{texts.back}</Button></div>
      <PageHeader title={element.name} description={element.asks} />
      {(refused ?? asked.error) && <Notice tone="needs-you" announce>{refused ?? (asked.error && messages.errors.say(asked.error))}</Notice>}
      <Facts facts={[{ name: texts.source, value: `${element.source.words}${element.source.isRead ? '' : ` (${texts.notRead})`}` }]} />
      {found && (
        <>
          <Section title={texts.thinTitle}><ul className="plain-list stack-tight">{thinOf(element, found.summary).map((thin) => <li key={thin.of}>{texts.thin(thin)}</li>)}</ul></Section>
          {found.kinds.length > 1 && <Folded title={texts.kindsTitle} level={2}><NumbersTable label={texts.kindsTitle} columns={[texts.kindsTitle, texts.entriesTitle]} rows={found.kinds.map(({ kind, count }) => ({ key: kind, cells: [abuseKindOf(kind)?.label ?? kind, count] }))} /></Folded>}
          <Section title={texts.entriesTitle}>
            {!readOnly && <div className="row"><Button icon={BookOpenText} onPress={() => setChoosing(true)}>{texts.add}</Button></div>}
            {lines.length === 0 && <p className="quiet">{texts.noEntries}</p>}
            <ul className="plain-list element-entries">{lines.map((line) => <ElementEntry key={line.incidentId} line={line} onSay={readOnly ? null : (choice, words) => say(line.incidentId, choice, words)} />)}</ul>
            <div className="row">
              {found.total > limit && limit < 200 && <Button onPress={() => setLimit(limit + atATime)}>{texts.more}</Button>}
              {found.summary.takenOut > 0 && !showsTakenOut && <Button tone="quiet" onPress={() => setShowsTakenOut(true)}>{texts.showTakenOut(found.summary.takenOut)}</Button>}
            </div>
          </Section>
        </>
      )}
      {isChoosing && <IncidentChooser target={link} linkedIncidentIds={lines.filter(({ by }) => by === 'chosen').map(({ incidentId }) => incidentId)} isOpen onClose={() => setChoosing(false)} onLinked={() => setChoosing(false)} />}
    </Page>
  );
}
