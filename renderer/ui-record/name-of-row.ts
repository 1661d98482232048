import type { ContactForm } from '../../shared/model/case/contact';
import type { ChronologyRow } from '../../shared/model/chronology';
import { messages } from '../../shared/messages/en-gb';
import { contactFormLabels } from '../../shared/picklists';

/** What kind of contact it was, in the words of its list; '' of all else and of a form of another version. */
export function formOf({ subject, told }: Pick<ChronologyRow, 'subject' | 'told'>): string {
  return subject === 'contact' && told !== null && told.form in contactFormLabels ? contactFormLabels[told.form as ContactForm].label : '';
}

/** What a line of the chronology is called where it stands alone: her title, what kind of contact it was, its first words. */
export function nameOfRow(row: Pick<ChronologyRow, 'subject' | 'told' | 'title' | 'opening'>): string {
  return row.title || formOf(row) || row.opening.slice(0, 80) || messages.handOver.untitled;
}
