import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEdtf, understandDate } from '../../shared/dates';
import { abuseKinds } from '../../shared/picklists';
import { makeConversation } from './conversation.mjs';
import { incidents } from './incidents.mjs';
import { papers } from './papers.mjs';
import { excerptsShow, people } from './people.mjs';

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
});
