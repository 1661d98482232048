import { messages } from '../../../shared/messages/en-gb';
import { Section } from '../../ui/page';

/** Keeping a second copy somewhere else. */
export function BackupsSection() {
  const texts = messages.vault;
  return <Section title={texts.backup}><p className="measure">{texts.backupText}</p></Section>;
}
