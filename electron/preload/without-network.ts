import { webFrame } from 'electron';
import { noNetworkHere } from '../../shared/no-network-in-pages';

/** The world in which Electron runs preloads (`WorldIDs::ISOLATED_WORLD_ID`). */
const preloadWorld = 999;

/** Takes every way to a network, and to frames that would have them again, from the scripts of the page. To be called before the page's own scripts run. */
export function withoutNetwork(): void {
  void webFrame.executeJavaScript(noNetworkHere);
}

/** The same for the preload itself: for one that reads what nobody trusts. */
export function withoutNetworkHere(): void {
  void webFrame.executeJavaScriptInIsolatedWorld(preloadWorld, [{ code: noNetworkHere }]);
}
