import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { ChooseConversations } from './choose-conversations';
import { conversationFound, sourcePreview } from './testing/source-preview';

const person = (name: string, handle = '') => ({ name, handle, isOwner: false, count: 1 });
const preview = sourcePreview([
  conversationFound({ key: 'craig', title: 'Craig', participants: [person('Craig', '+447700900123')], messageCount: 32, callCount: 2, attachments: { present: 1, leftOut: 0, notThere: 2, notOpened: 0 }, notUnderstoodCount: 3 }),
  conversationFound({ key: 'mum', title: 'Mum', participants: [person('Mum', '07700 900456')], messageCount: 9 }),
  conversationFound({ key: 'x', title: '', participants: [person('(Withheld)')], messageCount: 1 }),
]);

// Nothing has a size here, so no row of the list is drawn: what is chosen shows below it, and the rows in e2e/messages-sources.spec.ts.
afterEach(cleanup);

function Choosing({ onNext }: { onNext: (chosen: string[], isAll: boolean) => void }) {
  const [state, setState] = useState<{ chosen: ReadonlySet<string>; isAll: boolean }>({ chosen: new Set(), isAll: false });
  return <ChooseConversations preview={preview} {...state} onChosen={(chosen, isAll) => setState({ chosen, isAll })} complaint={null} onNext={() => onNext([...state.chosen], state.isAll)} onClose={() => undefined} />;
}
it('chooses none for her, any by arrows and Space, and all that were found by one press', async () => {
  const user = userEvent.setup();
  const onNext = vi.fn();
  render(<Choosing onNext={onNext} />);
  const says = (text: string): void => { expect(screen.getByRole('status').textContent).toBe(text); };
  says('None of 3 chosen');
  screen.getByRole('listbox').focus();
  await user.keyboard('{Home}{ArrowDown} ');
  says('1 of 3 chosen: 9 messages');
  await user.keyboard('{ArrowUp} {ArrowDown} ');
  says('1 of 3 chosen: 33 messages and 2 calls');
  await user.type(screen.getByRole('searchbox'), '900456');
  await user.click(await screen.findByRole('button', { name: 'Choose the 1 found' }));
  await user.clear(screen.getByRole('searchbox'));
  says('2 of 3 chosen: 42 messages and 2 calls');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(onNext).toHaveBeenLastCalledWith(['craig', 'mum'], false);
  screen.getByRole('listbox').focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(onNext).toHaveBeenLastCalledWith(['craig', 'mum', 'x'], true);
  await user.click(screen.getByRole('button', { name: 'Choose none' }));
  says('None of 3 chosen');
});

it('says when nothing fits what she typed', async () => {
  const user = userEvent.setup();
  render(<Choosing onNext={() => undefined} />);
  await user.type(screen.getByRole('searchbox'), 'nobody');
  expect(await screen.findByText('No name or number fits.')).toBeTruthy();
});
