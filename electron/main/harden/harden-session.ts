import type { App, Session } from 'electron';

/** The only addresses a session may ask for. Everything else is cancelled before it reaches a socket. */
const ownAddress = /^(app:\/\/(ui|away)\/|print:\/\/page\/|blob:app:\/\/ui\/|blob:print:\/\/page\/|data:|devtools:\/\/)/;

export function isOwnAddress(url: string): boolean {
  return ownAddress.test(url);
}

const hardened = new WeakSet<Session>();

/** Shuts every session that will ever exist, in the tick in which it is made. Call before `ready`. */
export function hardenSessionsAsMade(app: App): void {
  app.on('session-created', hardenSession);
}

/**
 * Shuts a session: no network, no permission, no device, no download, no spelling dictionary. Must be called in the same
 * tick in which the session is made: Chromium fetches a spelling dictionary for a session that is not told otherwise by then
 * (measured; `spellcheck: false` and webRequest do not stop it).
 */
export function hardenSession(session: Session): void {
  if (hardened.has(session)) return;
  hardened.add(session);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnAddress(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
  // Whatever gets past all this meets a proxy that is not there.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: 'http=0.0.0.0:9;https=0.0.0.0:9;socks=0.0.0.0:9', proxyBypassRules: '<-loopback>' });
}
