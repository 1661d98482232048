import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { TidemarkBridge } from '../../shared/contract/bridge';
import { callNames, eventNames } from '../../shared/contract/call-names';
import { droppedFilesChannel, eventChannel } from '../../shared/contract/channels';
import { withoutNetwork } from './without-network';

withoutNetwork();

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
