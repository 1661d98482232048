import type { CallName } from '../../shared/contract';
import type { TaskEvent } from '../../shared/contract/tasks';
import { CaseContent, type CaseEntry, CaseKind, emptyCaseContent } from '../../shared/model/case/case-entry';
import { citationSign } from '../../shared/model/case/narrative';
import { undated } from '../../shared/model/dated';

export interface HerCaseGiven {
  incidentId: string;
  documentId: string;
  /** Somebody of her record already. */
  personId: string;
  plant: (label: string) => string;
  say: (progress: string) => void;
  ask: <T>(name: CallName, input: unknown) => Promise<T>;
  work: (name: CallName, input: unknown) => Promise<TaskEvent>;
  /** Has a page shown as the window would. */
  show: (url: string) => Promise<void>;
}

/** Strings that are no words of hers: what a pick-list names, and what the program makes of what she typed. */
const notWords = new Set(['kind', 'id', 'edtf', 'timeOfDay', 'rule', 'value', 'turn', 'element', 'elementId']);

/**
 * Entries of every kind of the case, with something to be found in every field of words, whatever kinds there are; drafts, records, changes with their reasons, one erased; officers, two entries of one person; and every
 * page that is printed of them, built and looked at.
 * Throws where a kind has no field of words, or where a planted word is not found again.
 */
export async function keepHerCase({ incidentId, documentId, personId, plant, say, ask, work, show }: HerCaseGiven): Promise<void> {
  say('her case is written: people, contacts, ties, what they say, replies, time limits, a narrative');
  const officer = await ask<{ id: string }>('people.add', { name: plant('officer'), role: 'police' });
  await ask('people.amend', {
    id: officer.id, aliases: [plant('alias')], handles: [plant('handle')], note: plant('personnote'), organisation: plant('organisation'),
    officer: { force: plant('force'), rank: plant('rank'), collarNumber: plant('collar'), unit: plant('unit') },
  });
  const double = await ask<{ id: string }>('people.add', { name: plant('double'), role: 'police' });
  await ask('people.merge', { keptId: officer.id, mergedId: double.id });
  await ask('people.part', { id: double.id });
  const gone = await ask<{ id: string }>('people.add', { name: plant('goneperson'), role: 'other' });
  await ask('people.erase', { id: gone.id, reason: plant('gonepersonreason') });

  const evidence = [{ kind: 'document', documentId }];
  const item = (n: number): string => n.toString(16).padStart(32, '0');
  const said = { ...undated, typed: '14 July 2019', edtf: '2019-07-14' };
  const kept = new Map<CaseKind, string>();
  /** What makes each kind more than empty fields; a kind that is not here is kept with its fields alone. */
  const more: Partial<Record<CaseKind, () => object>> = {
    contact: () => ({
      form: 'report', happened: said, people: [{ personId: officer.id, part: 'in-charge' }], incidentIds: [incidentId], evidence,
      promised: [{ id: item(1), what: '', by: undated, kept: 'no' }],
      given: [{ id: item(2), what: '', target: evidence[0], manner: 'copy', receipt: '' }],
      outcomes: [{ id: item(3), list: 'recording', value: 'crime', told: undated, note: '' }],
    }),
    tie: () => ({ fromId: officer.id, toId: personId, tie: 'worked-with', evidence }),
    'counter-allegation': () => ({ happened: said, madeById: personId, incidentIds: [incidentId], evidence, outcomes: [{ id: item(4), list: 'disposal', value: 'charged', told: undated, note: '' }] }),
    'look-up': () => ({ happened: said, personId, throughIds: [officer.id], incidentIds: [incidentId], evidence }),
    disclosure: () => ({ happened: said, contactId: kept.get('contact') ?? null, items: [{ id: item(5), text: '', compared: '', number: '', givenIds: [] }], notExpected: [{ givenId: item(2), why: '' }], evidence }),
    deadline: () => ({ ownDay: '2026-12-24', contactId: kept.get('contact') ?? null }),
    'turning-point': () => ({ what: 'separated', happened: said, evidence }),
    conduct: () => ({ elementId: 's76-fear', incidentId, choice: 'supports' }),
    narrative: () => ({ paragraphs: [{ id: item(6), form: 'text', text: `${plant('narrative-paragraph')} ${citationSign}`, citations: [{ kind: 'incident', incidentId }] }] }),
  };
  for (const kind of CaseKind.options) {
    const { content, planted } = fillWords(CaseContent.parse({ ...emptyCaseContent[kind], ...more[kind]?.() }), kind, plant);
    if (planted === 0) throw new Error(`no field of words in a ${kind}`);
    const entry = await ask<CaseEntry>('case.begin', { content: emptyCaseContent[kind] });
    await ask('case.saveDraft', { id: entry.id, content });
    await ask('case.record', { id: entry.id });
    await ask('case.amend', { id: entry.id, content, reason: plant(`${kind}-reason`) });
    kept.set(kind, entry.id);
    const erased = await ask<CaseEntry>('case.begin', { content });
    await ask('case.record', { id: erased.id });
    await ask('case.erase', { id: erased.id, reason: plant(`${kind}-erased`) });
    await ask('case.begin', { content });
    await ask('case.list', { kind });
  }
  const { hits } = await ask<{ hits: unknown[] }>('search.find', { text: plant('contact-told'), offset: 0, limit: 5 });
  if (hits.length === 0) throw new Error('what she was told is not found: nothing would be shown by it');

  say('every page of her case is made and looked at');
  const id = (kind: CaseKind): string => kept.get(kind) ?? '';
  const pages = [
    { page: 'conflict-map' }, { page: 'told-and-happened', contactId: id('contact') }, { page: 'given' }, { page: 'missing', disclosureId: id('disclosure') }, { page: 'deadlines' },
    { page: 'patterns', fromDay: '', toDay: '' },
  ];
  for (const request of pages) {
    const { result } = await work('casePages.build', { caseName: plant('case'), redactionListId: null, request });
    if (result?.kind !== 'export') throw new Error(`no page was made: ${request.page}`);
    await show(result.value.url);
    await ask('exports.discard', { exportId: result.value.exportId });
  }
}

/** A copy with something planted in every field of words, however deep, as far as the schema takes it. */
function fillWords(content: CaseContent, label: string, plant: (label: string) => string): { content: CaseContent; planted: number } {
  const whole: CaseContent = structuredClone(content);
  let planted = 0;
  const fill = (within: Record<string, unknown> | unknown[], called: string): void => {
    for (const [key, value] of Object.entries(within)) {
      if (notWords.has(key)) continue;
      const name = `${called}-${/^\d+$/.test(key) ? 'item' : key}`;
      if (typeof value === 'object' && value !== null) fill(value as Record<string, unknown>, name);
      if (value !== '') continue;
      const field = within as Record<string, unknown>;
      field[key] = plant(name);
      if (CaseContent.safeParse(whole).success) planted += 1;
      else field[key] = '';
    }
  };
  fill(whole, label);
  return { content: whole, planted };
}
