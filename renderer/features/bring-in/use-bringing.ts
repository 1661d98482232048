import { useState } from 'react';
import type { Grant } from '../../../shared/contract/program-calls';
import type { DateOrder } from '../../../shared/model/conversation';
import type { BroughtIn } from '../../../shared/model/import';
import { type ColumnMatch, type ConversationFound, everyMail, type MailChoice, type SourcePreview } from '../../../shared/model/source-preview';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import type { RunningTask } from '../../app/long-task';
import { useTask } from '../../app/use-task';
import { beginning, chosenOf, nothingSaid, type Said, toKeep } from './bringing';

/** What she picked or dropped. */
export interface Brought { readonly grant: Grant; readonly isFolder: boolean }

/** `reading`: for the first time, nothing of it is known yet. */
export type Step = 'choose' | 'reading' | 'columns' | 'which' | 'about' | 'nothing';

interface State {
  readonly source: Brought | null;
  readonly step: Step;
  readonly preview: SourcePreview | null;
  /** The table as it was found: its columns are matched on it, whatever a later reading gives. */
  readonly table: SourcePreview['columns'];
  readonly columns: ColumnMatch | null;
  /** Both orders of day and month are possible: her dates, to ask with. */
  readonly question: SourcePreview['dateOrder'];
  readonly order: DateOrder | null;
  readonly said: Said;
  /** Every conversation, those too that are too many to list. */
  readonly isAll: boolean;
  /** Which e-mails; null: none. */
  readonly mail: MailChoice | null;
  readonly locations: boolean;
  readonly complaint: 'order' | 'which' | 'people' | null;
}

const nothingYet: State = { source: null, step: 'choose', preview: null, table: null, columns: null, question: null, order: null, said: nothingSaid, isAll: false, mail: null, locations: false, complaint: null };

export interface Bringing extends State {
  readonly chosen: readonly ConversationFound[];
  readonly chosenCount: number;
  readonly reading: RunningTask | null;
  readonly keeping: RunningTask | null;
  /** Why the last thing asked for was not done, in words. */
  readonly refusal: string | null;
  readonly isBusy: boolean;
  readonly choose: (isFolder: boolean) => Promise<void>;
  readonly drop: (files: readonly File[]) => Promise<void>;
  readonly startOver: () => void;
  /** Stops the reading. */
  readonly stop: () => void;
  readonly stopKeeping: () => void;
  readonly answerOrder: (order: 'dmy' | 'mdy') => Promise<void>;
  readonly match: (columns: ColumnMatch) => Promise<void>;
  readonly setSaid: (said: Said) => void;
  readonly setChosen: (keys: ReadonlySet<string>, isAll: boolean) => void;
  /** To the next step; false where something she must say first is missing, which is then complained of. */
  readonly setMail: (mail: MailChoice | null) => void;
  readonly setLocations: (locations: boolean) => void;
  readonly goOn: () => boolean;
  readonly goBackToWhich: () => void;
  readonly keep: () => Promise<boolean>;
}

/** One source on its way in, from choosing it to keeping what she wants of it; `onKept` is told what was kept. */
export function useBringing(onKept: (kept: BroughtIn) => void): Bringing {
  const [state, setState] = useState<State>(nothingYet);
  const [refusal, setRefusal] = useState<string | null>(null);
  const reader = useTask('preview');
  const keeper = useTask('brought-in');
  const change = (part: Partial<State>): void => setState((before) => ({ ...before, ...part }));

  function startOver(why: string | null = null): void {
    reader.cancel();
    reader.forget();
    keeper.forget();
    setState(nothingYet);
    setRefusal(why);
  }
  async function read(source: Brought, dateOrder: DateOrder | null, columns: ColumnMatch | null): Promise<SourcePreview | null> {
    reader.cancel();
    const preview = await reader.start('messages.preview', { grant: source.grant.grant, dateOrder, columns });
    if (preview) change({ preview, ...(preview.dateOrder !== null && preview.dateOrder.settled === null ? { question: preview.dateOrder } : {}) });
    return preview;
  }
  async function look(source: Brought): Promise<void> {
    startOver();
    change({ source, step: 'reading' });
    const preview = await read(source, null, null);
    if (preview) change({ said: beginning(preview), mail: preview.mail && everyMail, locations: isOnlyLocations(preview), table: preview.columns, columns: preview.columns?.likely ?? null, step: preview.columns === null ? stepFor(preview) : 'columns' });
  }
  async function choose(isFolder: boolean): Promise<void> {
    const result = isFolder ? await ask('messages.chooseFolder', {}) : await ask('messages.choose', {});
    if (!result.ok) setRefusal(messages.errors.say(result.error));
    else if (result.value.chosen) await look({ grant: result.value.chosen, isFolder });
  }
  async function drop(files: readonly File[]): Promise<void> {
    if (files.length > 1) { startOver(messages.bringingIn.onlyOne); return; }
    const result = await window.tidemark.grantDroppedSource(files);
    if (result.ok) await look({ grant: result.value, isFolder: result.value.isFolder });
    else startOver(messages.errors.say(result.error));
  }
  async function answerOrder(order: 'dmy' | 'mdy'): Promise<void> {
    change({ order, complaint: null });
    if (state.source) await read(state.source, order, state.columns);
  }
  async function match(columns: ColumnMatch): Promise<void> {
    change({ columns, order: null, question: null });
    const preview = state.source && await read(state.source, null, columns);
    if (preview) change({ said: beginning(preview) });
  }
  function goOn(): boolean {
    const { question, order, preview, step, said, isAll, mail, locations } = state;
    if (preview === null) return false;
    const complaint = question !== null && order === null ? 'order' : step === 'which' && !isAll && said.chosen.size === 0 && mail === null && !locations ? 'which' : null;
    change(complaint === null ? { complaint, step: step === 'columns' ? stepFor(preview) : 'about' } : { complaint });
    return complaint === null;
  }
  async function keep(): Promise<boolean> {
    const { source, preview, question, order, columns, said, isAll, mail, locations } = state;
    if (source === null || preview === null) return false;
    if (question !== null && order === null) { change({ complaint: 'order' }); return false; }
    if (mail?.addresses?.length === 0) { change({ complaint: 'people' }); return false; }
    const kept = await keeper.start('messages.import', { grant: source.grant.grant, dateOrder: order ?? preview.dateOrder?.settled ?? null, columns, mail, locations, conversations: toKeep(preview, said, isAll) });
    if (kept) onKept(kept);
    return kept !== null;
  }

  const error = keeper.error ?? reader.error;
  const isFound = error?.code !== 'not-understood' || state.preview !== null;
  return {
    ...state,
    step: !isFound ? 'nothing' : state.step === 'reading' && error !== null ? 'choose' : state.step,
    chosen: state.preview === null ? [] : state.isAll ? state.preview.conversations : chosenOf(state.preview.conversations, state.said),
    chosenCount: state.isAll ? state.preview?.conversationCount ?? 0 : state.said.chosen.size,
    reading: reader.running, keeping: keeper.running, isBusy: reader.running !== null || keeper.running !== null,
    refusal: refusal ?? (error !== null && isFound ? messages.errors.say(error) : null),
    choose, drop, answerOrder, match, goOn, keep, stop: reader.cancel, stopKeeping: keeper.cancel,
    startOver: () => startOver(),
    setSaid: (said) => change({ said }),
    setChosen: (chosen, isAll) => setState((before) => ({ ...before, said: { ...before.said, chosen }, isAll, complaint: null })),
    setMail: (mail) => change({ mail, complaint: null }),
    setLocations: (locations) => change({ locations }),
    goBackToWhich: () => change({ step: 'which' }),
  };
}

/** What comes once a source has been read and nothing of its columns is left to ask. */
function stepFor({ conversationCount, mail, locations }: SourcePreview): Step {
  return conversationCount > 1 ? 'which' : conversationCount === 1 || mail !== null || locations !== null ? 'about' : 'nothing';
}

/** What she brought is a location history, and nothing else is in it. */
function isOnlyLocations({ conversationCount, mail, locations }: SourcePreview): boolean {
  return locations !== null && mail === null && conversationCount === 0;
}
