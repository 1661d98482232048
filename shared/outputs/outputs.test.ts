import { beforeAll, describe, expect, it } from 'vitest';
import type { CasePageBlock, CitedText } from '../model/case/case-page';
import type { ExportPlan } from '../model/export-plan';
import { formatsOf, OutputName } from '../model/output';
import type { Cell } from '../model/sheet';
import { endDocument, frontDocument } from '../layouts/export/documents';
import { html } from '../layouts/markup';
import { outputOf } from './outputs';
import { pdfOf } from './output-sections';
import { hostilePlan, hostileTitles, madeInto } from './testing/hostile-plan';

let plan: ExportPlan;
beforeAll(async () => {
  plan = await hostilePlan();
});

const textOf = (text: CitedText): string => text.map((piece) => (piece.is === 'words' ? piece.words : piece.is === 'mark' ? piece.mark : '')).join('');

function wordsOf(blocks: readonly CasePageBlock[]): string {
  return blocks.flatMap((block): string[] => {
    switch (block.block) {
      case 'heading': return [block.words];
      case 'paragraph': return [textOf(block.text)];
      case 'facts': return block.facts.flatMap(({ name, value }) => [name, textOf(value)]);
      case 'table': return block.table.rows.flatMap((row) => row.map(textOf));
      default: return [];
    }
  }).join('\n');
}

const paperOf = (output: OutputName, of: ExportPlan = plan) => outputOf(madeInto(of, output, formatsOf[output][0]!)).paper();
const sheetOf = (output: OutputName, of: ExportPlan = plan) => outputOf(madeInto(of, output, 'csv')).sheets()[0]!;
const said = (cell: Cell | undefined): string | number => (cell === undefined ? '' : cell.is === 'text' ? cell.text : cell.is === 'number' ? cell.number : cell.is === 'day' ? cell.day : cell.at);

describe.each(OutputName.options)('%s', (output) => {
  it('has no privileged note that was not chosen, cites by mark alone, and is the same each time', () => {
    const paper = paperOf(output);
    const words = wordsOf(paper.blocks);
    expect(words).not.toMatch(/privileged-note-|for Ms Rahman alone/);
    expect(JSON.stringify(paper)).not.toContain('"is":"source"');
    expect(words).toContain('Everything in this document is invented');
    expect(paperOf(output)).toEqual(paper);
  });

  it('has a table exactly where it can be made as one', () => {
    expect(outputOf(madeInto(plan, output, 'pdf')).sheets().length > 0).toBe(formatsOf[output].includes('csv'));
  });

  it('has marks of this plan and no others', () => {
    const known = new Set(plan.exhibits.map(({ mark }) => mark));
    expect([...new Set(wordsOf(paperOf(output).blocks).match(/\bTM\d+\b/g))].filter((mark) => !known.has(mark))).toEqual([]);
  });
});

it('says the same marks for the same entries in every output', () => {
  const [entry] = plan.entries;
  const marks = entry!.exhibitMarks.join(', ');
  expect(said(sheetOf('chronology').rows[0]![12])).toBe(marks);
  expect(said(sheetOf('allegations').rows[0]![6])).toBe(marks);
  expect(wordsOf(paperOf('statement').blocks)).toContain(`marked ${entry!.exhibitMarks[0]}.`);
});

describe('a paper that cites entries by their numbers', () => {
  const mark = 'Selection K7Q-F2M-9P4';
  const which = `Numbers of entries in this paper are those of the chronology made of the same 18 entries (2017 to 14 March 2022). That chronology bears the same mark: ${mark}.`;

  it('says which chronology these are of, and the chronology bears the same mark', () => {
    for (const output of ['allegations', 'complaint'] as const) expect(wordsOf(paperOf(output).blocks)).toContain(which);
    expect(wordsOf(paperOf('chronology').blocks)).toContain('Selection\nK7Q-F2M-9P4');
    for (const output of ['chronology', 'allegations', 'statement', 'complaint'] as const) expect(paperOf(output).foot).toContain(mark);
    for (const output of ['chronology', 'allegations'] as const) expect(sheetOf(output).columns.filter(({ name }) => name.endsWith('(selection K7Q-F2M-9P4)'))).toHaveLength(1);
    const front = frontDocument(pdfOf(madeInto(plan, 'chronology', 'pdf')), { plan, pageNumbers: new Map(), pageCount: 9 }, []);
    expect(front).toContain('<dt>Selection</dt><dd><span class="code">K7Q-F2M-9P4</span>');
    expect(endDocument(pdfOf(madeInto(plan, 'chronology', 'pdf')), { plan, rendered: [], notIncluded: [] })).toContain('Papers with the same mark are made of the same entries');
  });

  it('gives each citation its day, so that the entry is found in a chronology that numbers otherwise', () => {
    const fifth = plan.entries[4]!;
    const allegations = wordsOf(paperOf('allegations').blocks);
    expect(allegations).toContain('Chronology, entry 5, 12 March 2019, about 9pm\nTM');
    expect(allegations).toContain('[entry 3, summer 2018]');
    expect(allegations).toMatch(/^5: 12 March 2019, about 9pm$/m);
    expect(wordsOf(paperOf('statement').blocks)).toMatch(/every reading is in the chronology of the same selection \(Selection K7Q-F2M-9P4\), entry 5, 12 March 2019, about 9pm\.\]/);
    const about = { kind: 'incident' as const, id: fifth.id, name: '', isGone: false, mark: null, entryNumber: 5 };
    const contacts = plan.entries.map((entry) => (entry.subject !== 'contact' ? entry : { ...entry, threads: [...entry.threads, about], versions: entry.versions.map((version) => (version.content.kind === 'contact' ? { ...version, content: { ...version.content, incidentIds: [fifth.id] } } : version)) }));
    expect(wordsOf(paperOf('complaint', { ...plan, entries: contacts }).blocks)).toContain('Entry 5, 12 March 2019, about 9pm');
    // In the chronology itself the number is enough.
    expect(wordsOf(paperOf('chronology', { ...plan, entries: contacts }).blocks)).not.toContain('Entry 5, ');
  });
});

describe('an entry whose exhibits are not all among these', () => {
  it('says so in every paper that has its exhibits, by mark or by number, and how many there are', () => {
    const away: ExportPlan = { ...plan, entries: plan.entries.map((entry, index) => (index === 0 ? { ...entry, marksNotHere: ['', 'TM90', ''] } : entry)), notHere: [1, 2, 3].map((number) => ({ kind: 'document', id: String(number).repeat(32), name: 'Letter of the refuge', mark: '', why: 'left-out', entryNumbers: [1] })) };
    const marks = away.entries[0]!.exhibitMarks.join(', ');
    for (const output of ['chronology', 'allegations', 'complaint'] as const) expect(wordsOf(paperOf(output, away).blocks)).toContain(`${marks}\nTM90: not among these exhibits\n2 more, not among these exhibits`);
    for (const [output, at] of [['chronology', 12], ['allegations', 6]] as const) expect(said(sheetOf(output, away).rows[0]![at])).toBe(`${marks}; TM90: not among these exhibits; 2 more, not among these exhibits`);
    expect(wordsOf(paperOf('chronology', away).blocks)).toContain('3 more belong to its entries and are not among these.');
    for (const output of OutputName.options) expect(JSON.stringify(paperOf(output, away))).not.toContain('refuge');
  });
});

describe('the chronology', () => {
  it('tells every account whole, each amendment with its time and reason', () => {
    const words = wordsOf(paperOf('chronology').blocks);
    expect(words).toContain('the very end');
    for (let index = 0; index < 14; index += 5) expect(words).toContain(`added-${index + 1}-end.`);
    expect(words).toContain('Remembered more (1) 🕯️');
    expect([...words.matchAll(/Amendment 1, /g)].length).toBeGreaterThan(2);
    for (const told of ['I told the desk everything.', 'NP/4471/22', 'PC Holt']) expect(words).toContain(told);
  });

  it('has privileged notes only where they were chosen', () => {
    expect(wordsOf(paperOf('chronology', { ...plan, includesPrivileged: true }).blocks)).toContain('for Ms Rahman alone');
  });

  it('keeps days apart from what is known of them, and times on the clock of the United Kingdom with their zone', () => {
    const { columns, rows } = sheetOf('chronology');
    const at = (name: string): number => columns.findIndex((column) => column.name === name);
    const row = rows.find((cells) => said(cells[at('When')]) === '12 March 2019, at about 9pm') ?? rows.find((cells) => said(cells[at('Earliest day')]) === '2019-03-12')!;
    expect([said(row[at('Earliest day')]), said(row[at('Latest day')]), said(row[at('Time of day')])]).toEqual(['2019-03-12', '2019-03-12', 'about 21:00']);
    expect(row[at('First recorded')]).toMatchObject({ is: 'moment' });
    expect(['GMT', 'BST']).toContain(said(row[at('First recorded: zone')]));
  });
});

describe('the schedule of allegations', () => {
  it('has every incident, numbered from one, and leaves the columns of the others empty', () => {
    const table = paperOf('allegations').blocks.find((block) => block.block === 'table');
    if (table?.block !== 'table') throw new Error('no table');
    expect(table.table.columns.map(({ name }) => name)).toEqual(['No.', 'Date', 'Allegation', 'Evidence', 'Response', 'Court']);
    expect(table.table.rows.map((row) => textOf(row[0]!))).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1)));
    expect(table.table.rows.every((row) => row[4]!.length === 0 && row[5]!.length === 0)).toBe(true);
    expect(table.table.rows.map((row) => textOf(row[2]!)).slice(0, 3)).toEqual(hostileTitles.slice(0, 3));
  });

  it('has the story before it, its references by entry and mark, and nothing named that is not there', () => {
    const { blocks } = paperOf('allegations');
    const words = wordsOf(blocks);
    expect(words.indexOf('It began with the keys [entry 3, summer 2018] and the photograph TM1[something that is not among these papers]')).toBeGreaterThan(0);
    expect(words.indexOf('It began')).toBeLessThan(words.indexOf('The allegations'));
    expect(wordsOf(paperOf('allegations', { ...plan, narrative: null }).blocks)).not.toContain('Re H-N');
  });

  it('is nothing without an incident', () => {
    expect(outputOf(madeInto({ ...plan, entries: plan.entries.filter(({ subject }) => subject !== 'incident') }, 'allegations', 'pdf')).isEmpty()).toBe(true);
  });
});

describe('the draft statement', () => {
  it('says her words as she wrote them, each of their paragraphs under a number of its own, and no other words as hers', () => {
    const { blocks } = paperOf('statement');
    const numbered = blocks.flatMap((block) => (block.block === 'paragraph' && block.number !== undefined ? [block] : []));
    expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, index) => index + 1));
    const hers = new Set(JSON.stringify(plan.entries.flatMap((entry) => ('versions' in entry ? entry.versions.map(({ content }) => Object.values(content).filter((value) => typeof value === 'string')) : []))).match(/"(?:[^"\\]|\\.)*"/g)?.flatMap((one) => (JSON.parse(one) as string).split('\n').map((line) => line.trim())));
    const others = numbered.map(({ text }) => textOf(text)).slice(3).filter((words) => !hers.has(words));
    expect(others.every((words) => /^I refer to “.*” marked TM\d+\.$/su.test(words))).toBe(true);
  });

  it('stands under the heading of the case, is marked at the corner, says that it is a draft, and is neither signed nor dated', () => {
    const words = wordsOf(paperOf('statement').blocks);
    for (const line of ['DRAFT FOR YOUR SOLICITOR', 'On behalf of the Applicant', 'Witness: M. J. Ellis', 'Statement number: 2', 'Exhibits: TM1 to TM14', 'IN THE FAMILY COURT AT LEEDS', '[name of the respondent]', 'I, Mara Jane Ellis, am the applicant in these proceedings.', 'Signed ____', 'Dated ____']) expect(words, line).toContain(line);
    expect(words).toContain('I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by a statement of truth without an honest belief in its truth.');
    expect(paperOf('statement').look).toBe('statement');
  });

  it('names what was told to her and what was amended, for her solicitor to see to', () => {
    const entries = plan.entries.map((entry, index) => (index === 0 ? { ...entry, happened: { ...entry.happened, basis: 'someone-told-me' as const } } : entry));
    const words = wordsOf(paperOf('statement', { ...plan, entries }).blocks);
    expect(words).toContain('[Information or belief: her record says that the date is known because somebody told her.');
    expect(words).toMatch(/\[Her record of this was amended, last on .*entry \d+, .*\.\]/);
  });

  it('is followed by the exhibits where it is a PDF, and by their list alone in Word', () => {
    expect(pdfOf(madeInto(plan, 'statement', 'pdf')).sections.map(({ stands }) => stands)).toEqual(['front', 'exhibits', 'exhibits', 'end', 'end']);
    expect(pdfOf(madeInto(plan, 'statement', 'word')).sections.map(({ stands }) => stands)).toEqual(['front']);
  });
});

describe('the schedule of messages', () => {
  it('has every message with its sender, time, zone, and place in its source', () => {
    const { columns, rows } = sheetOf('messages');
    const row = (index: number) => Object.fromEntries(columns.map(({ name }, column) => [name, said(rows[index]![column])]));
    expect(rows).toHaveLength(40);
    expect(row(1)).toMatchObject({ Exhibit: 'TM14', 'No. in the conversation': 2, Sender: 'Craig', 'Sent by her': 'no', 'Date and time': '2019-03-12T21:01:07', Zone: 'not said by the source', 'As the source writes it': '12/03/2019, 21:04:07', 'Source file': 'WhatsApp Chat with Craig.txt', Line: 101, 'First byte': 90, 'Last byte': 169 });
    expect(row(7).Attachments).toContain('IMG-20190312-WA0001.jpg');
    const words = wordsOf(paperOf('messages').blocks);
    for (let index = 0; index < 40; index++) expect(words).toContain(`message-${index}-end`);
  });

  it('names an attachment by its mark where it is an exhibit itself', () => {
    const document = plan.exhibits.find(({ thing }) => thing.kind === 'document')!;
    const exhibits = plan.exhibits.map((exhibit) => (exhibit.thing.kind !== 'excerpt' ? exhibit : { ...exhibit, thing: { ...exhibit.thing, messages: exhibit.thing.messages.map((message, index) => (index === 2 && document.thing.kind === 'document' ? { ...message, attachments: [{ name: 'door.jpg', documentId: document.thing.document.id, absent: null }] } : message)) } }));
    const { columns, rows } = sheetOf('messages', { ...plan, exhibits });
    expect(said(rows[2]![columns.findIndex(({ name }) => name === 'Exhibit marks of attachments')])).toBe(document.mark);
    expect(wordsOf(paperOf('messages', { ...plan, exhibits }).blocks)).toContain(`Attachment: door.jpg ${document.mark}`);
  });

  it('takes a whole conversation in place of the marked messages', () => {
    const excerpt = plan.exhibits.flatMap(({ thing }) => (thing.kind === 'excerpt' ? [thing] : []))[0]!;
    const whole: ExportPlan = { ...plan, exhibits: [], entries: [], talk: { conversation: excerpt.conversation, messages: excerpt.messages.slice(0, 5), sources: excerpt.sources } };
    expect([sheetOf('messages', whole).rows.length, said(sheetOf('messages', whole).rows[0]![0]), wordsOf(paperOf('messages', whole).blocks).includes('The whole conversation: Craig')]).toEqual([5, '', true]);
  });
});

describe('the complaint', () => {
  it('tells each report from first to last, with its references and officers, and that nothing was sent', () => {
    const words = wordsOf(paperOf('complaint').blocks);
    for (const line of ['the IOPC sends a complaint made with its form straight on to the force', 'Nothing has been sent.', 'Northmoor Police', 'My report was not recorded.', 'PC Holt (spoke to, in charge)', 'NP/4471/22, 14 March 2022', '[What should happen now']) expect(words, line).toContain(line);
    expect(words.indexOf('I told the desk everything.')).toBeLessThan(words.lastIndexOf('Not recorded as a crime.'));
  });

  it('names officers and staff alone, each once, and the officer who did it; each reference once', () => {
    const entries = plan.entries.map((entry) => (entry.subject === 'incident' ? { ...entry, people: [{ name: 'Craig Dunmore', role: 'accused' as const, part: 'did-it', isOfficer: true }, { name: 'Sami', role: 'child' as const, part: 'present' }] } : entry));
    const facts = paperOf('complaint', { ...plan, entries }).blocks.flatMap((block) => (block.block === 'facts' ? block.facts : []));
    const saidOf = (name: string): string => JSON.stringify(facts.find((fact) => JSON.stringify(fact).includes(name)));
    expect(saidOf('Officers and staff')).toContain(JSON.stringify('Craig Dunmore (accused)\nPC Holt (spoke to, in charge)').slice(1, -1));
    for (const other of ['Nadia', 'Sami']) expect(saidOf('Officers and staff')).not.toContain(other);
    expect([...saidOf('References I was given').matchAll(/NP\/4471\/22/g)]).toHaveLength(1);
  });

  it('never holds a note to her solicitor, whatever she chose', () => {
    expect(wordsOf(paperOf('complaint', { ...plan, includesPrivileged: true }).blocks)).not.toContain('for Ms Rahman alone');
  });
});

it('shows the beginning of a long table beside a file of another kind, and says that it goes on', () => {
  const excerpt = plan.exhibits.flatMap(({ thing }) => (thing.kind === 'excerpt' ? [thing] : []))[0]!;
  const talk = { conversation: excerpt.conversation, messages: Array.from({ length: 700 }, (_, index) => ({ ...excerpt.messages[index % 40]!, ordinal: index, text: `row-${index}-end` })), sources: excerpt.sources };
  const printed = (format: 'csv' | 'pdf'): string => {
    const section = pdfOf(madeInto({ ...plan, talk }, 'messages', format)).sections[0]!;
    return section.stands === 'front' ? html`${section.pages({ plan, pageNumbers: new Map(), pageCount: 9, sections: [] })}`.source : '';
  };
  expect([printed('csv').includes('row-499-end'), printed('csv').includes('row-500-end'), printed('csv').includes('200 more rows')]).toEqual([true, false, true]);
  expect([printed('pdf').includes('row-699-end'), printed('pdf').includes('more rows')]).toEqual([true, false]);
  expect(sheetOf('messages', { ...plan, talk }).rows).toHaveLength(700);
});

it.each(OutputName.options)('%s as PDF marks the place to which everything leads back, and the places of its bookmarks', (output) => {
  const { sections } = pdfOf(madeInto(plan, output, formatsOf[output].includes('csv') ? 'csv' : 'word'));
  const [section] = sections;
  if (section?.stands !== 'front') throw new Error('no front');
  const printed = html`${section.pages({ plan, pageNumbers: new Map(), pageCount: 9, sections: [] })}`.source;
  for (const place of ['contents', ...section.below(plan).map((one) => one.place)]) expect(printed, place).toContain(`/at/${place}"`);
});
