import { useEffect, useState } from 'react';
import type { SearchFilter, SearchGroup } from '../../../shared/model/search';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';

/** Of each kind at first; of one kind alone, a page. */
const ofEach = 5;
const aPage = 50;
const settledMs = 150;

export interface FoundNow {
  /** What was asked for. */
  text: string;
  groups: readonly SearchGroup[];
  total: number;
  more: boolean;
  /** Only one kind was wanted: it goes on, page by page. */
  isOneKind: boolean;
}

/** What is found for what she has typed, once she stops for a moment; an answer to an older question is dropped. */
export function useFound(typed: string, filter: SearchFilter): { found: FoundNow | null; refusal: string | null; setRefusal: (refusal: string | null) => void; more: () => Promise<void> } {
  const [found, setFound] = useState<FoundNow | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const text = typed.trim();
  useEffect(() => {
    if (text === '') { setFound(null); return; }
    let isOld = false;
    const isOneKind = filter.subjects.length === 1;
    const wait = setTimeout(() => {
      void ask('search.overview', { text, filter, each: isOneKind ? aPage : ofEach }).then((result) => {
        if (isOld) return;
        setRefusal(result.ok ? null : messages.errors.say(result.error));
        if (result.ok) setFound({ text, ...added(result.value.groups), isOneKind });
      });
    }, settledMs);
    return () => { isOld = true; clearTimeout(wait); };
  }, [text, filter]);

  async function more(): Promise<void> {
    const [group] = found?.groups ?? [];
    if (!found || !group) return;
    const result = await ask('search.find', { text: found.text, filter, offset: group.hits.length, limit: aPage });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    const { total, more: isMore, hits } = result.value;
    setFound((now) => (now?.text === found.text && now.isOneKind ? { ...now, ...added([{ ...group, total, more: isMore, hits: [...group.hits, ...hits] }]) } : now));
  }
  return { found, refusal, setRefusal, more };
}

const added = (groups: readonly SearchGroup[]): Pick<FoundNow, 'groups' | 'total' | 'more'> => ({ groups, total: groups.reduce((sum, { total }) => sum + total, 0), more: groups.some(({ more }) => more) });
