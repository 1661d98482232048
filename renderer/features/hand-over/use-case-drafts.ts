import { useEffect, useState } from 'react';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import { toldKinds } from '../../../shared/model/case/told-in-chronology';
import { ask } from '../../app/bridge';

/** Entries of the case that would stand in the chronology if they were of the record. They are no lines of it, so they are asked for by kind. */
export function useCaseDrafts(): readonly CaseRow[] {
  const [drafts, setDrafts] = useState<readonly CaseRow[]>([]);
  useEffect(() => {
    let isGone = false;
    void Promise.all(toldKinds.map((kind) => ask('case.list', { kind }))).then((answers) => {
      if (!isGone) setDrafts(answers.flatMap((answer) => (answer.ok ? answer.value.rows : [])).filter(({ status }) => status === 'draft'));
    });
    return () => { isGone = true; };
  }, []);
  return drafts;
}
