import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { Incident, IncidentLink } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { UndoLine } from '../../ui/undo-line';
import { EvidenceList } from '../../ui-record/entry/evidence-list';
import { EvidenceDialog } from '../../ui-record/entry/evidence-dialog';

type Target = IncidentLink['target'];

/** What bears the entry out. Linking is no change of her words, so it needs no amendment; the history keeps it. */
export function LinksField({ incident, onChanged, isFixed = false }: { incident: Incident; onChanged: (incident: Incident) => void; isFixed?: boolean }) {
  const texts = messages.incident;
  const [linking, setLinking] = useState<Target['kind'] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [unlinked, setUnlinked] = useState<IncidentLink | null>(null);
  const settle = (result: { ok: true; value: Incident } | { ok: false; error: Parameters<typeof messages.errors.say>[0] }): void => {
    if (result.ok) { setRefused(null); onChanged(result.value); } else setRefused(messages.errors.say(result.error));
  };
  const link = async (target: Target): Promise<void> => {
    setUnlinked(null);
    settle(await ask('incidents.link', { id: incident.id, target }));
  };
  const unlink = async (one: IncidentLink): Promise<void> => {
    const result = await ask('incidents.unlink', { id: incident.id, linkId: one.id });
    settle(result);
    setUnlinked(result.ok ? one : null);
  };
  return (
    <div className="stack-tight">
      <EvidenceList
        things={incident.links.map(({ id, target, label }) => ({ key: id, target, label }))} none={texts.evidenceNone} removeLabel={texts.unlink} removeNamed={texts.unlinkNamed}
        onRemove={isFixed ? null : ({ key }) => { const one = incident.links.find(({ id }) => id === key); if (one) void unlink(one); }}
      />
      {unlinked && <UndoLine text={texts.unlinked(unlinked.label)} onUndo={() => void link(unlinked.target)} />}
      {!isFixed && <div className="row"><Button icon={Link2} onPress={() => setLinking('document')}>{texts.linkDocument}</Button><Button icon={Link2} onPress={() => setLinking('excerpt')}>{texts.linkMessages}</Button><Button icon={Link2} onPress={() => setLinking('mail')}>{texts.linkMail}</Button></div>}
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
      {linking && <EvidenceDialog kind={linking} linked={incident.links.map(({ target }) => target)} onClose={() => setLinking(null)} onChoose={(target) => { setLinking(null); void link(target); }} />}
    </div>
  );
}
