import { Plus } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sayDate } from '../../../shared/dates';
import { type CaseContent, type CaseKind, type CaseRow } from '../../../shared/model/case/case-entry';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useCommands } from '../../app/commands';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import '../../ui/place-list.css';
import { SplitView, type SplitViewProps } from '../../ui/split-view';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list';
import type { CaseEntryForm } from './case-entry-form';
import { CaseEntryPage } from './case-entry-page';

export interface CaseKindScreenProps<K extends CaseKind> {
  kind: K;
  form: CaseEntryForm<K>;
  words: { title: string; description?: string; add: string; listLabel: string; emptyTitle: string; emptyWords: string; pickOne: string };
  /** What a new one says to begin with. */
  begins: () => Extract<CaseContent, { kind: K }>;
  openId: Id | null;
  onOpen: (id: Id | null) => void;
  /** A line of the list; null: title, day and state. */
  row?: (row: CaseRow) => { title: string; detail: ReactNode; end?: ReactNode };
  /** Above the list, such as what narrows it; told all rows. */
  head?: (all: readonly CaseRow[]) => ReactNode;
  /** Which rows are shown, given all; keep its identity while it says the same. */
  narrow?: (all: readonly CaseRow[]) => (row: CaseRow) => boolean;
  /** How the list and the open one share the room; the same as of other places where it is not said. */
  shape?: SplitViewProps['shape'];
}

/** All entries of one kind in a list by day, and the open one beside it; a new one is begun as a draft. */
export function CaseKindScreen<K extends CaseKind>({ kind, form, words, begins, openId, onOpen, row, head, narrow, shape }: CaseKindScreenProps<K>) {
  const { readOnly } = useProgram();
  const [active, setActive] = useState(-1);
  const [refused, setRefused] = useState<string | null>(null);
  const list = useRef<VirtualListHandle>(null);
  const asked = useAsk('case.list', { kind });
  const { again } = asked;
  const all = asked.value?.rows;
  const rows = useMemo(() => (narrow && all ? all.filter(narrow(all)) : all ?? []), [all, narrow]);
  const wasOpen = useRef(openId);
  useEffect(() => { if (openId === null && wasOpen.current !== null) list.current?.focus(); wasOpen.current = openId; }, [openId]);
  const changed = useCallback(() => again(), [again]);
  const begin = async (): Promise<void> => {
    const begun = await ask('case.begin', { content: begins() });
    if (!begun.ok) { setRefused(messages.errors.say(begun.error)); return; }
    setRefused(null);
    again();
    onOpen(begun.value.id);
  };
  useCommands(readOnly ? [] : [{ id: `case-add-${kind}`, label: words.add, icon: Plus, run: () => void begin() }]);
  const addButton = (tone: 'primary' | 'plain') => !readOnly && <Button tone={tone} icon={Plus} onPress={() => void begin()}>{words.add}</Button>;
  const notices = (refused ?? asked.error) && <Notice tone="needs-you" announce>{refused ?? (asked.error && messages.errors.say(asked.error))}</Notice>;
  if (all?.length === 0 && openId === null) return <EmptyState isWhole title={words.emptyTitle} action={addButton('primary')}><p>{words.emptyWords}</p>{notices}</EmptyState>;
  const draw = row ?? plainRow;
  return (
    <SplitView
      shape={shape}
      onBack={() => onOpen(null)}
      list={
        <div className="place-list">
          <div className="place-list-head"><PageHeader title={words.title} description={words.description} actions={addButton('plain')} />{all && head?.(all)}</div>
          {notices}
          {all && rows.length === 0 && all.length > 0 && <p className="quiet place-list-none" role="status">{messages.ui.noneFound}</p>}
          {rows.length > 0 && (
            <div className="place-list-rows">
              <VirtualList
                ref={list} label={words.listLabel} count={rows.length} rowHeightPx={64} active={active} onActiveChange={setActive} rowKey={(index) => rows[index]?.id ?? index}
                onOpen={(index) => { const chosen = rows[index]; if (chosen) onOpen(chosen.id); }}
                renderRow={(index) => { const one = rows[index]; return one ? <Row {...draw(one)} isDraft={one.status === 'draft'} isOpen={one.id === openId} /> : null; }}
              />
            </div>
          )}
        </div>
      }
      detail={openId === null ? null : <CaseEntryPage key={openId} id={openId} form={form} onChanged={changed} onGone={() => { again(); onOpen(null); }} />}
      empty={<EmptyState title={words.pickOne} />}
    />
  );
}

function plainRow({ title, opening, happened }: CaseRow): { title: string; detail: ReactNode; end?: ReactNode } {
  return { title: title || opening.slice(0, 80) || messages.incident.empty, detail: sayDate(happened) || null };
}

function Row({ title, detail, end, isDraft, isOpen }: { title: string; detail: ReactNode; end?: ReactNode; isDraft: boolean; isOpen: boolean }) {
  return (
    <div className="list-row" data-selected={isOpen || undefined}>
      <span className="list-row-main"><span className="list-row-title" dir="auto">{title}</span>{(detail || isDraft) && <span className="list-row-detail">{isDraft && <span className="incident-state">{messages.incident.draft}</span>}{isDraft && detail && ' · '}{detail}</span>}</span>
      {end && <span className="list-row-end">{end}</span>}
    </div>
  );
}
