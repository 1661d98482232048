import { contextBridge, ipcRenderer, webFrame, webUtils, type IpcRendererEvent } from 'electron';
import type { TidemarkBridge } from '../../shared/contract/bridge';
import { callNames, eventNames } from '../../shared/contract/call-names';
import { droppedFilesChannel, eventChannel } from '../../shared/contract/channels';

/**
 * The window needs none of these. RTCPeerConnection opens UDP sockets towards public resolvers whatever the policy says
 * (measured), so it must not exist; the others could only ever reach a network.
 */
const withoutNetwork = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket', 'WebSocketStream', 'EventSource'];

/**
 * An empty frame has all of them again: no preload runs in it, no content policy forbids it, and its RTCPeerConnection connects
 * (measured). So none can be made: these are the ways of a script; markup from text is refused by trusted types; style sheets that
 * write markup go as well.
 */
const framing = ['iframe', 'frame', 'object', 'embed', 'fencedframe'];
const withoutFrames = `{
  const { apply } = Reflect;
  const nameOf = Object.getOwnPropertyDescriptor(Element.prototype, 'localName').get;
  for (const method of ['createElement', 'createElementNS']) {
    const make = Document.prototype[method];
    const value = function (...given) {
      const made = apply(make, this, given);
      const name = apply(nameOf, made, []);
      if (${framing.map((name) => `name === '${name}'`).join(' || ')}) throw new TypeError('no frames');
      return made;
    };
    Object.defineProperty(Document.prototype, method, { value, writable: false, configurable: false });
  }
}`;
void webFrame.executeJavaScript(
  `for (const name of ${JSON.stringify([...withoutNetwork, 'XSLTProcessor'])}) { delete globalThis[name]; Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false }); } ${withoutFrames}`,
);

const calls = Object.fromEntries(callNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]));

const events = Object.fromEntries(
  eventNames.map((name) => [
    name,
    (listener: (payload: unknown) => void) => {
      const channel = eventChannel(name);
      const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
      ipcRenderer.on(channel, receive);
      return () => void ipcRenderer.off(channel, receive);
    },
  ]),
);

const grantDropped = (files: readonly File[]): Promise<unknown> => {
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  return ipcRenderer.invoke(droppedFilesChannel, { paths });
};

contextBridge.exposeInMainWorld('tidemark', { calls, events, grantDropped } as unknown as TidemarkBridge<File>);
