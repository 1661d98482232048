/**
 * Command-line switches that would let another program look inside, open the network, or write what is shown to disk.
 * Electron's fuses do not cover Chromium's own. The packaged program refuses to run with any of them.
 */
export const forbiddenSwitches = [
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'auto-open-devtools-for-tabs',
  'inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'js-flags', 'load-extension', 'disable-extensions-except',
  'disable-web-security', 'allow-running-insecure-content', 'allow-file-access-from-files', 'no-sandbox', 'disable-sandbox', 'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox', 'disable-gpu-sandbox', 'single-process', 'no-zygote', 'in-process-gpu', 'disable-site-isolation-trials',
  'host-rules', 'host-resolver-rules', 'proxy-server', 'proxy-pac-url', 'proxy-bypass-list', 'auth-server-allowlist', 'ssl-key-log-file', 'log-net-log', 'net-log-capture-mode',
  'log-file', 'enable-logging', 'v', 'vmodule', 'trace-startup', 'trace-startup-file', 'trace-config-file', 'enable-crash-reporter', 'crash-dumps-dir',
  'renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'gpu-launcher-cmd', 'user-data-dir', 'disk-cache-dir', 'enable-features', 'disable-features', 'blink-settings', 'use-fake-ui-for-media-stream', 'unsafely-treat-insecure-origin-as-secure',
] as const;

/** Those of the forbidden switches that were given. */
export function findForbiddenSwitches(hasSwitch: (name: string) => boolean): string[] {
  return forbiddenSwitches.filter((name) => hasSwitch(name));
}
