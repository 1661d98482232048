import { sayDate } from '../../../shared/dates';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { Contact, ContactForm } from '../../../shared/model/case/contact';
import { messages } from '../../../shared/messages/en-gb';
import { contactFormLabels } from '../../../shared/picklists';

/** What a contact is called: her name for it, else what it was. */
export function nameOfContact({ title, form }: Pick<Contact, 'title' | 'form'>): string {
  return title.trim() || (form === null ? messages.police.untitled : contactFormLabels[form].label);
}

/** The form of a row of the list; null without, or of another version. */
export function formOfRow({ form }: Pick<CaseRow, 'form'>): ContactForm | null {
  return form in contactFormLabels ? (form as ContactForm) : null;
}

/** "The first report, 14 July 2019". */
export function sayContactRow(row: Pick<CaseRow, 'title' | 'form' | 'happened'>): string {
  return [nameOfContact({ title: row.title, form: formOfRow(row) }), sayDate(row.happened)].filter((part) => part !== '').join(', ');
}
