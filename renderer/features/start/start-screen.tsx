import { BookOpenText, FileText, FolderOutput, type LucideIcon, MessagesSquare, PenLine, Search, Vault } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import { CheckFoundLine } from '../../app/check-found-line';
import { OldBackupLine } from '../../app/old-backup-line';
import { type Place, usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useWriteNow } from '../../app/use-write-now';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import './start.css';

type Door = keyof typeof messages.start.doors;
const doors: readonly { door: Door; to: Place; icon: LucideIcon }[] = [
  { door: 'chronology', to: { name: 'chronology' }, icon: BookOpenText },
  { door: 'messages', to: { name: 'messages' }, icon: MessagesSquare },
  { door: 'documents', to: { name: 'documents' }, icon: FileText },
  { door: 'search', to: { name: 'search', text: '' }, icon: Search },
  { door: 'hand-over', to: { name: 'hand-over' }, icon: FolderOutput },
  { door: 'vault', to: { name: 'vault' }, icon: Vault },
];

/** Where every opening ends: ways on, and nothing of the record. Asks the vault only how old the newest backup is, and whether the newest check found damage. */
export function StartScreen() {
  const texts = messages.start;
  const { go } = usePlaces();
  const { readOnly } = useProgram();
  const writeNow = useWriteNow();
  const [error, setError] = useState<CallError | null>(null);
  return (
    <Page>
      <PageHeader title={texts.title} description={texts.lead} />
      {error && <Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice>}
      {!readOnly && <div className="start-write"><Button tone="primary" icon={PenLine} onPress={() => void writeNow().then(setError)}>{messages.app.writeNow}</Button><span className="quiet">{texts.write}</span></div>}
      <nav aria-label={texts.doorsLabel}>
        <ul className="start-doors">
          {doors.map(({ door, to, icon: Icon }) => (
            <li key={door}>
              <button type="button" className="start-door" onClick={() => go(to)}>
                <Icon size="1.5em" strokeWidth={1.5} aria-hidden />
                <span className="start-door-words"><span className="start-door-title">{texts.doors[door].title}</span><span className="quiet">{texts.doors[door].hint}</span></span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <CheckFoundLine />
      {!readOnly && <OldBackupLine />}
    </Page>
  );
}
