import { Link2, MapPin, PenLine, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Excerpt } from '../../../shared/model/conversation';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { TextArea } from '../../ui/text-field';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { OpenIncident } from '../../ui-record/open-incident';
import { PointedAt } from '../../ui-record/pointed-at';
import { sayStretch } from '../../ui-record/say-when';

/** One marked stretch: when, what it shows, what rests on it. `isFresh`: marked a moment ago, so the keyboard goes to its next step. */
export function ExcerptCard({ excerpt, isFresh, onGoTo, onChanged }: { excerpt: Excerpt; isFresh: boolean; onGoTo: (ordinal: number) => void; onChanged: () => void }) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (isFresh) next.current?.focus(); }, [isFresh]);
  const { readOnly } = useProgram();
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isLinking, setLinking] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const words = messages.conversations.excerpts;
  const when = words.of(excerpt.lastOrdinal - excerpt.firstOrdinal + 1, sayStretch(excerpt.firstAt, excerpt.lastAt));

  async function save(): Promise<void> {
    const result = await ask('excerpts.amend', { id: excerpt.id, shows: (draft ?? '').trim() });
    if (!result.ok) { setRefusal(messages.errors.say(result.error)); return; }
    setDraft(null);
    setRefusal(null);
    onChanged();
  }
  return (
    <li className="excerpt-card stack-tight">
      <h3>{when}</h3>
      {draft === null
        ? <p className={excerpt.shows ? 'account-text' : 'quiet'}>{excerpt.shows || words.nothingSaid}</p>
        : <><TextArea label={words.shows} value={draft} onChange={setDraft} error={refusal} maxLength={20_000} autoFocus /><div className="row"><Button tone="primary" onPress={() => void save()}>{words.save}</Button><Button tone="quiet" onPress={() => setDraft(null)}>{messages.ui.cancel}</Button></div></>}
      <div className="row">
        {excerpt.linkedIncidentIds.map((id) => <OpenIncident key={id} id={id} />)}
        {!readOnly && <Button ref={next} tone={excerpt.linkedIncidentIds.length === 0 ? 'plain' : 'quiet'} icon={Link2} onPress={() => setLinking(true)}>{words.link}</Button>}
        <Button tone="quiet" icon={MapPin} onPress={() => onGoTo(excerpt.firstOrdinal)}>{words.goThere}</Button>
        {!readOnly && <Menu tone="quiet" actions={[{ id: 'change', label: words.change, icon: PenLine, onAction: () => setDraft(excerpt.shows) }, { id: 'remove', label: words.remove, icon: X, onAction: () => setRemoving(true) }]} />}
      </div>
      <IncidentChooser target={{ kind: 'excerpt', excerptId: excerpt.id }} linkedIncidentIds={excerpt.linkedIncidentIds} isOpen={isLinking} onClose={() => setLinking(false)} onLinked={onChanged} />
      <AskReason
        title={words.removeTitle} reasonLabel={words.removeReason} confirmLabel={words.remove} isOpen={isRemoving} onClose={() => setRemoving(false)}
        onConfirm={async (reason) => {
          const result = await ask('excerpts.remove', { id: excerpt.id, reason });
          if (!result.ok) return messages.errors.say(result.error);
          onChanged();
          return null;
        }}
      >
        <p>{words.removeWords}</p>
        {isRemoving && <PointedAt kind="excerpt" id={excerpt.id} />}
      </AskReason>
    </li>
  );
}
