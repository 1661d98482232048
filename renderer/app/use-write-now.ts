import { useCallback } from 'react';
import type { CallError } from '../../shared/contract/errors';
import type { Incident } from '../../shared/model/incident';
import { saveAll } from './before-lock';
import { ask } from './bridge';
import { usePlaces } from './places';

/** The page begun last, while the vault is open: pressing again before a word is written goes back to it, so that no blank drafts pile up. */
let lastBegun: string | null = null;

const isBlank = ({ status, content, links }: Incident): boolean =>
  status === 'draft' && links.length === 0 && Object.values(content).every((field) => (typeof field === 'string' || Array.isArray(field) ? field.length === 0 : field.typed === ''));

async function findBlankPage(): Promise<Incident | null> {
  const last = lastBegun === null ? null : await ask('incidents.get', { id: lastBegun });
  return last?.ok && isBlank(last.value) ? last.value : null;
}

/** Opens a blank page with a cursor. Gives back why not, if it was refused. */
export function useWriteNow(): () => Promise<CallError | null> {
  const { go } = usePlaces();
  return useCallback(async () => {
    await saveAll(1000);
    const blank = await findBlankPage();
    const begun = blank ? { ok: true as const, value: blank } : await ask('incidents.begin', {});
    if (!begun.ok) return begun.error;
    lastBegun = begun.value.id;
    go({ name: 'chronology', open: { subject: 'incident', id: begun.value.id } });
    return null;
  }, [go]);
}
