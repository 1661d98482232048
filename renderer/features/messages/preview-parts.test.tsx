import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LeftOut, PreviewFacts } from './preview-parts';

afterEach(cleanup);

describe('what of an archive is left out', () => {
  it('is said by name and reason, in plain words', () => {
    render(<LeftOut preview={{ leftOutCount: 2, leftOut: [{ name: '../../../x.txt', reason: 'unsafe-name' }, { name: '', reason: 'not-a-file' }] }} />);
    expect(screen.getByText('2 files in this archive are left out')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '../../../x.txt (its name points outside the archive, or cannot be a name)', 'A file without a name (a link or a device, not a file)',
    ]);
    expect(screen.queryByText(/more\./)).toBeNull();
  });

  it('says how many more there are than are named', () => {
    render(<LeftOut preview={{ leftOutCount: 1050, leftOut: [{ name: '/etc/passwd', reason: 'unsafe-name' }] }} />);
    expect(screen.getByText('And 1,049 more.')).toBeTruthy();
  });

  it('is not spoken of when nothing is', () => {
    const { container } = render(<LeftOut preview={{ leftOutCount: 0, leftOut: [] }} />);
    expect(container.textContent).toBe('');
  });
});

it.each([true, false])('says that older messages may be missing only where the export stops at WhatsApp’s own limit: %s', (mayBeTruncated) => {
  const preview = {
    suggestedTitle: '', layout: 'ios-24h', messageCount: 40_000, systemCount: 0, notUnderstoodCount: 0, attachmentsPresent: 0, attachmentsOmitted: 0, attachmentsMissing: 0, attachmentsLeftOut: 2,
    participants: [], firstAt: '', lastAt: '', dateOrder: null, orderExamples: [], mayBeTruncated, notUnderstoodSample: [], firstMessages: [], leftOutCount: 0, leftOut: [],
  };
  render(<PreviewFacts preview={preview} />);
  expect(screen.queryByText(/stops an export at about 40,000 messages/) !== null).toBe(mayBeTruncated);
  expect(screen.getByText('2 in the file but not opened')).toBeTruthy();
});
