import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallError } from '../../../shared/contract/errors';
import type { DocumentPage } from '../../../shared/model/document-page';
import { saveAll } from '../../app/before-lock';
import { MachinePage } from './machine-page';

const machine = 'dr0ve past the schoo1';
const read: DocumentPage = { documentId: '0'.repeat(32), page: 3, origin: 'ocr', text: machine, machineText: null, boxes: [], language: 'eng+cym', confidence: 95, readUtc: '2026-05-03T20:04:11.250Z', correctedUtc: null };
const corrected: DocumentPage = { ...read, text: 'drove past the school', machineText: machine, correctedUtc: '2026-05-04T08:00:00.000Z' };

/** What went to the vault, page and whole text; and how it answers. */
let sent: [number, string][];
let answers: (() => Promise<CallError | null>)[];
const onCorrect = (page: number, text: string): Promise<CallError | null> => { sent.push([page, text]); return (answers.shift() ?? (() => Promise.resolve(null)))(); };
const field = () => screen.getByRole('textbox', { name: 'Words as they stand in the picture' });
const press = async (name: string) => { fireEvent.click(screen.getByRole('button', { name })); await settle(); };
const type = (text: string) => { fireEvent.change(field(), { target: { value: text } }); };
const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const show = (page = read) => render(<MachinePage page={page} isPicture onCorrect={onCorrect} />);

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }); sent = []; answers = []; });
afterEach(() => { cleanup(); vi.useRealTimers(); });

describe('words put right', () => {
  it('go to the vault whole when it locks at once', async () => {
    show();
    await press('Put these words right');
    type('drove past the school');
    await saveAll(0);
    expect(sent).toEqual([[3, 'drove past the school']]);
  });

  it('go to the vault whole when she leaves the page, and only once', async () => {
    const { unmount } = show();
    await press('Put these words right');
    type('drove past the school');
    unmount();
    expect(sent).toEqual([[3, 'drove past the school']]);
    await settle(10_000);
    await saveAll(0);
    expect(sent).toHaveLength(1);
  });

  it('go to the vault once when she pauses, not at each key, and say so while she goes on', async () => {
    show();
    await press('Put these words right');
    type('drove');
    await settle(2900);
    type('drove past the school');
    await settle(2900);
    expect(sent).toEqual([]);
    await settle(200);
    expect(sent).toEqual([[3, 'drove past the school']]);
    expect(screen.getByText(/^Saved on this computer, /).getAttribute('role')).toBe('status');
    expect((field() as HTMLTextAreaElement).value).toBe('drove past the school');
    type('drove past the school twice');
    expect(screen.queryByText(/^Saved on this computer, /)).toBeNull();
  });

  it('go to the vault when she turns to something else on the page, but not on the way to the buttons beside them', async () => {
    show();
    await press('Put these words right');
    type('drove past the school');
    fireEvent.blur(field(), { relatedTarget: screen.getByRole('button', { name: 'Keep these words' }) });
    expect(sent).toEqual([]);
    fireEvent.blur(field(), { relatedTarget: document.body });
    expect(sent).toEqual([[3, 'drove past the school']]);
  });

  it('kept by her are closed, and sent no second time', async () => {
    const { unmount } = show();
    await press('Put these words right');
    type('drove past the school');
    await settle(3000);
    await press('Keep these words');
    expect(screen.queryByRole('textbox')).toBeNull();
    unmount();
    expect(sent).toEqual([[3, 'drove past the school']]);
  });

  it('stay open, said not to be saved, when the vault refuses, and go once more at the lock', async () => {
    answers = [() => Promise.resolve({ code: 'disk-full' })];
    show();
    await press('Put these words right');
    type('drove past the school');
    await press('Keep these words');
    expect((field() as HTMLTextAreaElement).value).toBe('drove past the school');
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    await saveAll(0);
    expect(sent).toEqual([[3, 'drove past the school'], [3, 'drove past the school']]);
  });

  it('kept while a save is on its way are closed only when that save is made', async () => {
    let refuse: (error: CallError) => void = () => undefined;
    answers = [() => new Promise((resolve) => { refuse = resolve; })];
    show();
    await press('Put these words right');
    type('drove past the school');
    await settle(3000);
    await press('Keep these words');
    expect(field()).toBeTruthy();
    refuse({ code: 'disk-full' });
    await settle();
    expect((field() as HTMLTextAreaElement).value).toBe('drove past the school');
    expect(screen.getByText('Not saved yet')).toBeTruthy();
  });
});

describe('words left as they are', () => {
  it('send nothing when nothing was saved yet', async () => {
    const { unmount } = show();
    await press('Put these words right');
    type('drove');
    await press('Leave them as they are');
    unmount();
    await settle(10_000);
    expect(sent).toEqual([]);
  });

  it('can be left when the vault refused the others', async () => {
    answers = [() => Promise.resolve({ code: 'disk-full' })];
    const { unmount } = show();
    await press('Put these words right');
    type('drove past the school');
    await settle(3000);
    await press('Leave them as they are');
    expect([screen.queryByRole('textbox'), screen.queryByText('Not saved yet')]).toEqual([null, null]);
    unmount();
    expect(sent).toEqual([[3, 'drove past the school']]);
  });

  it('are put back when a pause had saved others', async () => {
    const { unmount } = show(corrected);
    await press('Put these words right');
    type('drove past twice');
    await settle(3000);
    await press('Leave them as they are');
    expect(screen.queryByRole('textbox')).toBeNull();
    unmount();
    expect(sent).toEqual([[3, 'drove past twice'], [3, 'drove past the school']]);
  });

  it('are the machine’s again when she takes them back, also while she types', async () => {
    const { unmount } = show(corrected);
    await press('What the machine read');
    await press('Use the machine’s words again');
    expect(sent).toEqual([[3, machine]]);
    await press('Put these words right');
    type('drove past twice');
    await press('Use the machine’s words again');
    expect(screen.queryByRole('textbox')).toBeNull();
    unmount();
    expect(sent).toEqual([[3, machine], [3, machine]]);
  });

  it('stay when she empties the field', async () => {
    const { unmount } = show();
    await press('Put these words right');
    type('   ');
    unmount();
    expect(sent).toEqual([]);
  });
});
