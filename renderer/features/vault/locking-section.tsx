import { LockKeyhole } from 'lucide-react';
import { messages } from '../../../shared/messages/en-gb';
import { lockNow } from '../../app/leave';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';

/** When the vault locks by itself, and locking it now. */
export function LockingSection() {
  const texts = messages.vault;
  const { settings } = useProgram();
  const { go } = usePlaces();
  return (
    <Section title={texts.locking} description={texts.lockingHint}>
      <div className="row"><span>{messages.settings.idle} {messages.settings.idleMinutes(settings.idleLockMinutes)}</span><Button onPress={() => go({ name: 'settings' })}>{messages.settings.title}</Button><Button icon={LockKeyhole} onPress={() => void lockNow()}>{texts.lockNow}</Button></div>
    </Section>
  );
}
