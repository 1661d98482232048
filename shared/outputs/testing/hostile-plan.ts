import { makeUpCase } from '../../../scripts/proofs/export/made-up-case';
import { emptyCaseContent } from '../../model/case/case-entry';
import { undated, type Dated } from '../../model/dated';
import type { ExportPlan, PlannedCaseEntry } from '../../model/export-plan';
import { emptyHeading, type Making, type OutputFormat, type OutputName } from '../../model/output';

/** What a spreadsheet would work out, an XML reader trip over, or a page turn round. */
export const hostileTitles = ['=HYPERLINK("http://x.invalid";"press")', '+44 7700 900123', '@SUM(A1)', '-2+3', '<w:p>&amp;</w:p>', '\u202eabc\u202c', 'a\u0001b\u0000c\u001fd', 'half \ud83d of a pair', '_x0041_', 'خلف الباب', ']]>', '\t=1+1'];

const on = (edtf: string): Dated => ({ ...undated, typed: edtf, edtf });

function contact(number: number, id: string, of: Partial<typeof emptyCaseContent.contact>, threads: PlannedCaseEntry['threads']): PlannedCaseEntry {
  const content = { ...emptyCaseContent.contact, happened: on('2022-03-14'), ...of };
  return { subject: 'contact', id, number, happened: content.happened, span: { earliest: '2022-03-14', latest: '2022-03-14' }, title: content.title, firstRecordedUtc: '2022-03-15T09:00:00.000Z', exhibitMarks: [], versions: [{ number: 1, atUtc: '2022-03-15T09:00:00.000Z', reason: '', content }], threads, dayIs: 'happened' };
}

const anId = (number: number): string => String(number).padStart(32, '0');

/** A plan with accounts in many scripts, one of 40,000 letters and one of 10,000, hostile titles, messages, and a report with what followed. */
export async function hostilePlan(): Promise<ExportPlan> {
  const { plan } = await makeUpCase({ entries: 16, longer: 2, messages: 40, sampleFolder: null });
  const officer = { kind: 'person' as const, id: anId(9), name: 'PC Holt', isGone: false, mark: null, entryNumber: null, isOfficer: true };
  const entries = plan.entries.map((entry, index) => {
    if (entry.subject !== 'incident') return entry;
    const account = index === 14 ? `${'A long account. '.repeat(2700)}the very end` : index === 15 ? 'نص طويل. '.repeat(1200) : null;
    const title = hostileTitles[index] ?? entry.title;
    return { ...entry, title, versions: entry.versions.map((version) => ({ ...version, content: { ...version.content, title, ...(account !== null && { account }) } })) };
  });
  const report = contact(17, anId(1), { form: 'report', reference: 'NP/4471/22', people: [{ personId: anId(9), part: 'spoke-to' }, { personId: anId(10), part: 'there' }], said: 'I told the desk everything.', told: 'Nothing could be done.', privilegedNote: 'for Ms Rahman alone' }, [officer, { kind: 'person', id: anId(10), name: 'Nadia Ellis', isGone: false, mark: null, entryNumber: null }]);
  const followed = contact(18, anId(2), { form: 'call', reportId: anId(1), told: 'Not recorded as a crime.', reference: 'NP/4471/22', people: [{ personId: anId(9), part: 'in-charge' }] }, [officer]);
  return {
    ...plan, entries: [...entries, report, followed],
    narrative: { title: 'How it went', paragraphs: [{ form: 'heading', pieces: [{ is: 'words', words: 'The first year' }] }, { form: 'text', pieces: [{ is: 'words', words: 'It began with the keys ' }, { is: 'entry', entryNumber: 3 }, { is: 'words', words: ' and the photograph ' }, { is: 'mark', mark: 'TM1' }, { is: 'elsewhere' }] }] },
  };
}

/** The same plan, made into one output. */
export function madeInto(plan: ExportPlan, output: OutputName, format: OutputFormat): ExportPlan {
  return { ...plan, making: makingOf(output, format) };
}

function makingOf(output: OutputName, format: OutputFormat): Making {
  const heading = { ...emptyHeading, court: 'the Family Court at Leeds', applicant: 'Mara Ellis' };
  switch (output) {
    case 'chronology': return { wanted: { output }, format };
    case 'allegations': return { wanted: { output, heading, narrativeId: null }, format };
    case 'statement': return { wanted: { output, heading, proceedings: 'family', party: 'applicant', name: 'Mara Jane Ellis', occupation: '', number: 2 }, format };
    case 'messages': return { wanted: { output, conversationId: null }, format };
    case 'complaint': return { wanted: { output, to: 'iopc', name: 'Mara Ellis', force: 'Northmoor Police', about: 'My report was not recorded.', whyLate: '', wanted: '', hasReadWarning: true }, format };
  }
}
