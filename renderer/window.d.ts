import type { TidemarkBridge } from '../shared/contract/bridge';

declare global {
  interface Window {
    /** Put there by electron/preload. */
    readonly tidemark: TidemarkBridge;
  }
}
