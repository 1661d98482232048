import { describe, expect, it } from 'vitest';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEdtf, understandDate } from '../../shared/dates';
import { abuseKinds } from '../../shared/picklists';
import { CaseFile } from '../../electron/main/example/case-file';
import type { Dated } from '../../shared/model/dated';
import { lookUpSystemOf, outcomeKindOf } from '../../shared/picklists';
import { caseEntries } from './case-entries.mjs';
import { makeConversation } from './conversation.mjs';
import { incidents } from './incidents.mjs';
import { makeCase } from './make-case.mjs';
import { papers, propertyLines } from './papers.mjs';
import { excerptsShow, people } from './people.mjs';

type Reading = { readonly kind: string } & Record<string, unknown>;
const ofKind = (kind: string): Reading[] => (caseEntries as unknown as { content: Reading }[]).map(({ content }) => content).filter((content) => content.kind === kind);

/** Every date anywhere in it. */
function datesIn(value: unknown): Dated[] {
  if (value === null || typeof value !== 'object') return [];
  return 'typed' in value && 'edtf' in value ? [value as Dated] : Object.values(value).flatMap(datesIn);
}

describe('the invented case', () => {
  it('has sixty incidents over three years, three thousand messages and twenty-five documents', () => {
    expect(incidents).toHaveLength(60);
    expect(papers).toHaveLength(25);
    expect(makeConversation().text.match(/^\d\d\/\d\d\/\d{4}, \d\d:\d\d - /gm)).toHaveLength(3001);
  });

  it('points only at things that are there', () => {
    const kinds = new Set(abuseKinds.map((kind) => kind.id));
    const known = { people: new Set(people.map((p) => p.key)), documents: new Set(papers.map((p) => p.key)), excerpts: new Set(Object.keys(excerptsShow)) };
    for (const incident of incidents as unknown as readonly { kinds: string[]; people: [string, string][]; documents?: string[]; excerpts?: string[]; edtf: string }[]) {
      expect(incident.kinds.filter((kind) => !kinds.has(kind))).toEqual([]);
      expect(incident.people.filter(([key]) => !known.people.has(key))).toEqual([]);
      expect((incident.documents ?? []).filter((key) => !known.documents.has(key))).toEqual([]);
      expect((incident.excerpts ?? []).filter((key) => !known.excerpts.has(key))).toEqual([]);
      expect(parseEdtf(incident.edtf), incident.edtf).not.toBeNull();
    }
    for (const paper of papers) expect(readFileSync(path.join(import.meta.dirname, '../../assets/sample-case/files', paper.file)).length).toBeGreaterThan(0);
  });

  it('is dated as the program itself would understand her words', () => {
    const differing = incidents
      .map(({ when, edtf }) => ({ when, edtf, understood: understandDate(when, '2024-05-01') }))
      // "A few days after that" needs the entry before it; where two readings were offered she chose one of them.
      .filter(({ when, edtf, understood }) => when !== 'a few days after that' && !(understood.kind === 'ambiguous' ? understood.readings.some((reading) => reading.edtf === edtf) : understood.kind === 'understood' && understood.edtf === edtf));
    expect(differing).toEqual([]);
    const unread = papers.filter(({ happened }) => understandDate(happened, '2024-05-01').kind === 'not-understood');
    expect(unread.map((paper) => paper.happened)).toEqual([]);
  });

  it('is read by the program as it is written, entries of the case and all', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tidemark-case-'));
    makeCase(folder);
    const read = CaseFile.parse(JSON.parse(readFileSync(path.join(folder, 'case.json'), 'utf8')));
    expect(read.caseEntries.map(({ key }) => key)).toEqual(caseEntries.map(({ key }) => key));
    expect(() => CaseFile.parse({ ...read, caseEntries: [{ key: 'x', content: { kind: 'contact', titel: 'mistyped' } }] })).toThrow('titel');
    rmSync(folder, { recursive: true });
  });

  it('points in the entries of the case only at what stands before them, each thing by one key', () => {
    const things = [...papers.map(({ key }) => key), ...Object.keys(excerptsShow), ...incidents.map(({ title }) => title)];
    const all = [...things, ...caseEntries.map(({ key }) => key)];
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
    const [known, given, persons] = [new Set(things), new Set<string>(), new Set(people.map(({ key }) => key))];
    for (const { key, content } of caseEntries as unknown as { key: string; content: Reading }[]) {
      const list = (name: string): string[] => (content[name] as string[] | undefined) ?? [];
      const one = (name: string): string[] => (typeof content[name] === 'string' ? [content[name]] : []);
      const named = [...one('report'), ...one('contact'), ...list('evidence'), ...list('incidents'), ...((content['given'] as { key: string; thing: string | null }[] | undefined) ?? []).flatMap(({ thing }) => thing ?? []), ...(((content['paragraphs'] as { text: string }[] | undefined) ?? []).flatMap(({ text }) => [...text.matchAll(/\{([^}]+)\}/g)].map(([, cited]) => cited!)))];
      expect(named.filter((name) => !known.has(name)), key).toEqual([]);
      const dealtWith = ((content['people'] as [string, string][] | undefined) ?? []).map(([person]) => person);
      const whom = [...dealtWith, ...list('through'), ...['body', 'toldBy', 'madeBy', 'person', ...(content.kind === 'tie' ? ['from', 'to'] : [])].flatMap(one)];
      expect(whom.filter((name) => !persons.has(name)), key).toEqual([]);
      expect(((content['items'] as { given?: string[] }[] | undefined) ?? []).flatMap((item) => item.given ?? []).filter((name) => !given.has(name)), key).toEqual([]);
      const outcomes = (content['outcomes'] as { list: string; value: string }[] | undefined) ?? [];
      expect(outcomes.filter(({ list: of, value }) => outcomeKindOf(value)?.list !== of), key).toEqual([]);
      expect(list('systems').filter((system) => lookUpSystemOf(system) === null), key).toEqual([]);
      for (const thing of (content['given'] as { key: string }[] | undefined) ?? []) given.add(thing.key);
      known.add(key);
    }
  });

  it('dates its entries of the case as the program would understand her words', () => {
    const differing = datesIn(caseEntries).filter(({ typed, edtf }) => {
      if (typed === '' && edtf === '') return false;
      const understood = understandDate(typed, '2024-05-01');
      return !(understood.kind === 'ambiguous' ? understood.readings.some((reading) => reading.edtf === edtf) : understood.kind === 'understood' && understood.edtf === edtf);
    });
    expect(differing.map(({ typed, edtf }) => `${typed}: ${edtf}`)).toEqual([]);
  });

  it('has what the issue of her case asks of it', () => {
    const knowHim = ofKind('tie').filter(({ to }) => to === 'craig').map(({ from }) => from as string);
    expect(new Set(knowHim.filter((key) => people.find((person) => person.key === key)?.role === 'police')).size).toBe(2);
    const diary = ofKind('contact').flatMap(({ given }) => (given as { key: string }[] | undefined) ?? []).find(({ key }) => key === 'diary');
    const matched = ofKind('disclosure').flatMap(({ items }) => (items as { given: string[] }[]).flatMap(({ given }) => given));
    expect([diary !== undefined, matched.includes('diary'), matched.includes('photographs'), propertyLines.some((line) => /diary/i.test(line))]).toEqual([true, false, true, false]);
    expect(ofKind('counter-allegation')).toHaveLength(1);
    expect(ofKind('deadline').map(({ rule, fromDay }) => [rule, fromDay])).toContainEqual(['complaint-review', '2023-11-20']);
  });

  it('has her write to him no more once she has left', () => {
    const after = makeConversation().text.split('\n').filter((line) => / - Mara: /.test(line)).map((line) => line.replace(/^(\d\d)\/(\d\d)\/(\d{4}), (\d\d:\d\d).*$/s, '$3-$2-$1T$4')).filter((at) => at > '2022-11-13T06:00');
    expect(after).toEqual([]);
  });
});
