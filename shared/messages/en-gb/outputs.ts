import type { OutputFormat, OutputName } from '../../model/output';

/** What stands in the name of a file, after the case's short name. */
export const fileNames: Readonly<Record<OutputName, string>> = { chronology: 'chronology', allegations: 'schedule-of-allegations', statement: 'draft-statement', messages: 'message-schedule', complaint: 'complaint' };

/** The same of one of several files, and the name of the list of their sums. */
export const partNames = { part: (part: number, of: number) => `part-${part}-of-${of}`, sums: 'sha256sums.txt' };

/** Words of choosing what is made, in the place “Hand over”. */
export const outputs = {
  what: 'What shall be made?',
  kinds: {
    chronology: { label: 'Chronology', hint: 'Everything by date, with its exhibits. What most solicitors ask for first.' },
    bag: { label: 'Evidence bag', hint: 'The chronology, files of the exhibits, and lists by which anyone can check that nothing was changed.' },
    allegations: { label: 'Schedule of allegations', hint: 'Your incidents in a table for a fact-finding hearing. The columns for the reply and the court stay empty.' },
    statement: { label: 'Draft statement', hint: 'Your accounts, word for word, in the form of a witness statement. Unsigned: your solicitor settles it with you.' },
    messages: { label: 'Schedule of messages', hint: 'Messages with sender, full date and time, and where each stands in its file.' },
    complaint: { label: 'Complaint about the police', hint: 'Words for the IOPC or professional standards, with what you were told and what happened. Nothing is sent.' },
  } satisfies Record<OutputName | 'bag', { label: string; hint: string }>,
  format: 'Kind of file',
  formats: {
    pdf: { label: 'PDF', hint: 'To read and to print.' }, word: { label: 'Word', hint: 'Your solicitor can change it.' }, csv: { label: 'CSV', hint: 'A plain table for any program.' }, spreadsheet: { label: 'Excel', hint: 'A table to sort and filter.' },
  } satisfies Record<OutputFormat, { label: string; hint: string }>,
  leftOpen: 'Leave empty what you do not know. Its place is left open on the paper.',
  heading: { title: 'Heading of the case', court: 'Court', courtHint: 'Such as “Family Court at Leeds”.', caseNumber: 'Case number', applicant: 'Applicant', respondent: 'Respondent' },
  narrative: { label: 'Put your story of the pattern before it', none: 'No story', noneYet: 'If you write a story of the pattern, under Your case, it can stand before the schedule.', untitled: 'Without a title' },
  statement: { proceedings: 'Which proceedings', kinds: { family: { label: 'Family court' }, civil: { label: 'Civil court' } }, party: 'You are', parties: { applicant: { label: 'the applicant' }, respondent: { label: 'the respondent' }, witness: { label: 'a witness' } }, name: 'Your full name', occupation: 'Your occupation', number: 'Number of the statement', numberHint: 'Of yours in these proceedings. 1 if it is the first.' },
  messages: { which: 'Which messages', marked: 'Those you marked', markedHint: 'Each stretch that goes in, under its exhibit mark.', whole: (title: string) => `All of “${title}”`, count: (count: string) => `${count} messages.`, tooLong: 'Too long for one schedule of this kind. Choose CSV or Excel, or mark stretches of it.' },
  complaint: {
    to: 'To whom', recipients: { iopc: { label: 'The IOPC' }, psd: { label: 'Professional standards of the force' } }, name: 'Your name', force: 'The force', about: 'What you complain about', late: 'Why you complain now', lateHint: 'If it happened more than 12 months ago, they ask for the reason.', wanted: 'What you ask for',
    warningTitle: 'Read this first',
    warning: { iopc: 'The IOPC sends its complaint form straight on to the force you complain about. Whoever handles it there may know the person you complain about. Speak to your solicitor before you send anything.', psd: 'Professional standards belongs to the force you complain about. Whoever handles it there may know the person you complain about. Speak to your solicitor before you send anything.' },
    agree: 'I have read this. Nothing is sent: only a file is made.', agreeNeeded: 'Read the warning and tick this first.',
  },
  shown: { word: 'These pages show what the Word file says. In Word, pages may break elsewhere. The exhibits are not in it.', csv: 'These pages show what it says. The file itself is a table.', spreadsheet: 'These pages show what it says. The file itself is a table.' },
  /** Whose pages they are, for whoever hears it. */
  names: { chronology: 'the chronology', allegations: 'the schedule of allegations', statement: 'the draft statement', messages: 'the schedule of messages', complaint: 'the complaint' } satisfies Record<OutputName, string>,
  save: { pdf: 'Save the PDF', word: 'Save the Word file', csv: 'Save the CSV file', spreadsheet: 'Save the Excel file' } satisfies Record<OutputFormat, string>,
  past: 'Made as',
} as const;
