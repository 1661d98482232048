import { expect, test } from 'vitest';
import { chromiumSwitches } from './chromium-switches';
import { findForbiddenSwitches, forbiddenSwitches } from './forbidden-switches';

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'no-sandbox', 'load-extension', 'js-flags', 'log-net-log', 'proxy-server', 'host-rules', 'ssl-key-log-file', 'user-data-dir', 'enable-logging'])(
  '%s is refused',
  (name) => expect(findForbiddenSwitches((asked) => asked === name)).toEqual([name]),
);
test('nothing is refused when nothing was given', () => {
  expect(findForbiddenSwitches(() => false)).toEqual([]);
});
test('Electron lower-cases names, so all ours are lower case', () => {
  for (const name of [...forbiddenSwitches, ...Object.keys(chromiumSwitches)]) expect(name).toBe(name.toLowerCase());
});
