import { UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { layOutMap, mostDrawn } from '../../../shared/conflict-map/lay-out-map';
import { type ConflictMap, withinSteps } from '../../../shared/model/case/conflict-map';
import { messages } from '../../../shared/messages/en-gb';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, Page, PageHeader, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { ConflictDrawing } from './conflict-drawing';
import { ConflictTable } from './conflict-table';

const texts = messages.conflictMap;
/** A force from outside asks who knew them, and who knew those. */
const near = 2;

/** Who knew whom: a drawing, and the same as a table with its sources. */
export function ConflictMapScreen() {
  const { go } = usePlaces();
  const asked = useAsk('people.conflicts', {});
  const [show, setShow] = useState<'all' | 'near'>('all');
  const map = asked.value;
  const shown = useMemo<ConflictMap | null>(() => (map ? withinSteps(map, show === 'near' ? near : null) : null), [map, show]);
  const drawn = useMemo(() => (shown ? layOutMap(shown) : null), [shown]);
  if (asked.error) return <Page><Notice tone="needs-you" announce>{messages.errors.say(asked.error)}</Notice></Page>;
  if (!map || !shown || !drawn) return null;
  if (map.ties.length === 0) {
    return <EmptyState isWhole title={texts.emptyTitle} action={<Button tone="primary" icon={UserPlus} onPress={() => go({ name: 'people', view: 'ties' })}>{texts.toTies}</Button>}><p>{texts.emptyWords}</p></EmptyState>;
  }
  return (
    <Page wide>
      <PageHeader
        title={texts.title} description={texts.description}
        actions={<><div className="conflict-narrow"><Select hideLabel label={texts.show} value={show} options={[{ value: 'all', label: texts.showAll }, { value: 'near', label: texts.showNear }]} onChange={setShow} /></div><PrintCasePage request={{ page: 'conflict-map' }} /></>}
      />
      {shown.ties.length === 0 ? <p className="quiet" role="status">{texts.nothingNear}</p> : (
        <>
          {shown.people.length > mostDrawn && <p className="quiet">{texts.onlySome(mostDrawn, shown.people.length)}</p>}
          <ConflictDrawing drawn={drawn} onOpen={(personId) => go({ name: 'people', personId })} />
          {shown.untied.length > 0 && <p className="measure" dir="auto">{texts.untiedWords(shown.untied.map(({ name }) => name).join(', '))}</p>}
          <Section title={texts.tableTitle}><ConflictTable map={shown} /></Section>
        </>
      )}
    </Page>
  );
}
