import { FileText, Link2, Mail, MessagesSquare, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { Incident, IncidentLink } from '../../../shared/model/incident';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { UndoLine } from '../../ui/undo-line';
import { LinkDialog } from './link-dialog';

type Target = IncidentLink['target'];

/** What bears the entry out. Linking is no change of her words, so it needs no amendment; the history keeps it. */
export function LinksField({ incident, onChanged, isFixed = false }: { incident: Incident; onChanged: (incident: Incident) => void; isFixed?: boolean }) {
  const texts = messages.incident;
  const { go } = usePlaces();
  const [linking, setLinking] = useState<Exclude<Target['kind'], 'mail'> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [unlinked, setUnlinked] = useState<IncidentLink | null>(null);
  const open = async (target: Target): Promise<void> => {
    if (target.kind === 'document') { go({ name: 'documents', documentId: target.documentId }); return; }
    if (target.kind === 'mail') { go({ name: 'mail', mailId: target.mailId }); return; }
    const excerpt = await ask('excerpts.get', { id: target.excerptId });
    if (excerpt.ok) go({ name: 'messages', conversationId: excerpt.value.conversationId, ordinal: excerpt.value.firstOrdinal });
    else setRefused(messages.errors.say(excerpt.error));
  };
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
      {incident.links.length === 0 ? <p className="quiet">{texts.evidenceNone}</p> : (
        <ul className="links">
          {incident.links.map((one) => {
            const Icon = one.target.kind === 'document' ? FileText : one.target.kind === 'mail' ? Mail : MessagesSquare;
            return (
              <li key={one.id}>
                <Icon size="1.125em" strokeWidth={1.75} aria-hidden /><span className="links-label" dir="auto">{one.label}</span>
                <Button tone="quiet" aria-label={texts.openNamed(one.label)} onPress={() => void open(one.target)}>{texts.openLink}</Button>
                {!isFixed && <Button tone="quiet" icon={Unlink} aria-label={texts.unlinkNamed(one.label)} onPress={() => void unlink(one)}>{texts.unlink}</Button>}
              </li>
            );
          })}
        </ul>
      )}
      {unlinked && <UndoLine text={texts.unlinked(unlinked.label)} onUndo={() => void link(unlinked.target)} />}
      {!isFixed && <div className="row"><Button icon={Link2} onPress={() => setLinking('document')}>{texts.linkDocument}</Button><Button icon={Link2} onPress={() => setLinking('excerpt')}>{texts.linkMessages}</Button></div>}
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
      {linking && <LinkDialog kind={linking} linked={incident.links} onClose={() => setLinking(null)} onChoose={(target) => { setLinking(null); void link(target); }} />}
    </div>
  );
}
