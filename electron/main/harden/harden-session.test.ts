import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({}));
const { isOwnAddress } = await import('./harden-session');
const { isOwnPage } = await import('./harden-contents');

test.each(['https://example.com/', 'http://127.0.0.1/', 'ws://ui/', 'file:///etc/passwd', 'ftp://x/', 'app://other/', 'app://ui.example/', 'blob:https://x/1', 'filesystem:app://ui/x', 'chrome://settings', 'print://other/'])(
  '%s is asked of nobody',
  (url) => expect(isOwnAddress(url)).toBe(false),
);
test.each(['app://ui/', 'app://ui/assets/a.js', 'blob:app://ui/1', 'app://away/', 'print://page/x/1.html'])('%s is ours', (url) => expect(isOwnAddress(url)).toBe(true));

test.each(['app://ui/', 'app://ui/index.html', 'app://ui/picture.html?x=1', 'app://ui/#place', 'print://page/a/b.html'])('%s may fill a window', (url) => expect(isOwnPage(url)).toBe(true));
test.each(['app://ui/evidence/00000000000000000000000000000000', 'app://ui/export/00000000000000000000000000000000', 'https://example.com/', 'data:text/html,x', 'blob:app://ui/1', 'javascript:1'])(
  '%s may not',
  (url) => expect(isOwnPage(url)).toBe(false),
);
