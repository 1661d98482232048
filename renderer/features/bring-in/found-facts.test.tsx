import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FoundFacts, FoundNotices, sayKinds, SourceNotices } from './found-facts';
import { conversationFound, sourcePreview } from './testing/source-preview';

afterEach(cleanup);

describe('what of a source is left out', () => {
  it('is said by name and reason, in plain words', () => {
    render(<SourceNotices preview={sourcePreview([], { leftOutCount: 2, leftOut: [{ name: '../../../x.txt', reason: 'unsafe-name' }, { name: '', reason: 'not-a-file' }] })} />);
    expect(screen.getByText('2 files in it are left out')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['../../../x.txt (its name points outside, or cannot be a name)', 'A file without a name (a link or a device, not a file)']);
    expect(screen.queryByText(/more\./)).toBeNull();
  });
  it('says how many more there are than are named', () => {
    render(<SourceNotices preview={sourcePreview([], { leftOutCount: 1050, leftOut: [{ name: '/etc/passwd', reason: 'unsafe-name' }] })} />);
    expect(screen.getByText('And 1,049 more.')).toBeTruthy();
  });
  it('is not spoken of when nothing is', () => {
    const { container } = render(<SourceNotices preview={sourcePreview([])} />);
    expect(container.textContent).toBe('');
  });
});

it('shows what belongs to no conversation as it stands, and says that it is kept only where something is', () => {
  const preview = sourcePreview([], { notUnderstoodCount: 1, notUnderstoodSample: [{ path: 'phone/sms\u202exml', line: 7, text: '<mms date="' }] });
  const { rerender } = render(<SourceNotices preview={preview} />);
  expect(screen.getByRole('listitem').textContent).toBe('phone/sms[RLO]xml, Line 7 <mms date="');
  expect(screen.getByText(/kept whole/)).toBeTruthy();
  rerender(<SourceNotices preview={preview} isToBeKept={false} />);
  expect(screen.queryByText(/kept whole/)).toBeNull();
});

it.each([['whatsapp', /stops an export at about 40,000 messages/], ['telegram', /as long as the app lets an export be/]] as const)('says that messages may be missing, of %s in its own words', (kind, words) => {
  const { rerender } = render(<FoundNotices conversation={conversationFound({ kind, mayBeTruncated: true })} />);
  expect(screen.getByText(words)).toBeTruthy();
  rerender(<FoundNotices conversation={conversationFound({ kind })} />);
  expect(screen.queryByText(words)).toBeNull();
});

it('says which files are here and why others are not', () => {
  render(<FoundFacts conversation={conversationFound({ attachments: { present: 14, leftOut: 3, notThere: 2, notOpened: 1 } })} isOrderOpen={false} />);
  expect(screen.getByText('14 here, 3 left out when it was exported, 2 named but not here, 1 here but not opened')).toBeTruthy();
  expect(screen.getAllByText('No date could be read')).toHaveLength(2);
});

it('counts conversations by kind, the most first', () => {
  expect(sayKinds([conversationFound({ kind: 'whatsapp' }), conversationFound({}), conversationFound({})])).toBe('2 from SMS Backup & Restore, 1 from WhatsApp');
});

it('counts the app’s own notes and what was not understood among the messages, as the conversation does once it is brought in', () => {
  render(<FoundFacts conversation={conversationFound({ messageCount: 97, systemCount: 1, callCount: 2, notUnderstoodCount: 3 })} isOrderOpen={false} />);
  expect([...document.querySelectorAll('dt')].slice(0, 4).map((name) => `${name.textContent}: ${name.nextElementSibling?.textContent}`)).toEqual(['Messages: 99', 'Of these, notes by the app itself: 1', 'Of these, not understood: 3', 'Calls: 2']);
});
