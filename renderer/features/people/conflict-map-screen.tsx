import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, Page, PageHeader, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { ConflictDrawing } from './conflict-drawing';
import { ConflictTable, tiesAtFirst, tiesAtOnce } from './conflict-table';

const texts = messages.conflictMap;
/** A force from outside asks who knew them, and who knew those. */
const near = 2;

/** Who knew whom: a drawing, and the same as a table with its sources. */
export function ConflictMapScreen() {
  const { go } = usePlaces();
  const [show, setShow] = useState<'all' | 'near'>('all');
  const steps = show === 'near' ? near : null;
  const [listed, setListed] = useState(tiesAtFirst);
  const asked = useAsk('people.conflicts', { steps });
  // Asked at once, not when the map stands: one answer need not wait for the other.
  const ties = useAsk('people.conflictTies', { steps, limit: listed }).value?.ties;
  const map = asked.value;
  if (asked.error) return <Page><Notice tone="needs-you" announce>{messages.errors.say(asked.error)}</Notice></Page>;
  if (!map) return null;
  if (map.isEmpty) {
    return <EmptyState isWhole title={texts.emptyTitle} action={<Button tone="primary" icon={UserPlus} onPress={() => go({ name: 'people', view: 'ties' })}>{texts.toTies}</Button>}><p>{texts.emptyWords}</p></EmptyState>;
  }
  return (
    <Page wide>
      <PageHeader
        title={texts.title} description={texts.description}
        actions={<><div className="conflict-narrow"><Select hideLabel label={texts.show} value={show} options={[{ value: 'all', label: texts.showAll }, { value: 'near', label: texts.showNear }]} onChange={(next) => { setShow(next); setListed(tiesAtFirst); }} /></div><PrintCasePage request={{ page: 'conflict-map' }} /></>}
      />
      {map.tieCount === 0 ? <p className="quiet" role="status">{texts.nothingNear}</p> : (
        <>
          {map.peopleCount > map.people.length && <p className="quiet">{texts.onlySome(map.people.length, map.peopleCount)}</p>}
          <ConflictDrawing drawn={map} onOpen={(personId) => go({ name: 'people', personId })} />
          {map.untied.length > 0 && <p className="measure" dir="auto">{texts.untiedWords(map.untied.join(', '))}</p>}
          <Section title={texts.tableTitle}>{ties && <ConflictTable ties={ties} total={map.tieCount} onMore={() => setListed(listed + tiesAtOnce)} />}</Section>
        </>
      )}
    </Page>
  );
}
