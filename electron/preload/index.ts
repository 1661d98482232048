import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { TidemarkBridge } from '../../shared/contract/bridge';
import { callNames, eventNames } from '../../shared/contract/call-names';
import { droppedFilesChannel, droppedSourceChannel, eventChannel } from '../../shared/contract/channels';
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

const pathsOf = (files: readonly File[]): string[] => files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
const grantDropped = (files: readonly File[]): Promise<unknown> => ipcRenderer.invoke(droppedFilesChannel, { paths: pathsOf(files) });
const grantDroppedSource = (files: readonly File[]): Promise<unknown> => ipcRenderer.invoke(droppedSourceChannel, { paths: pathsOf(files).slice(0, 1) });

contextBridge.exposeInMainWorld('tidemark', { calls, events, grantDropped, grantDroppedSource } as unknown as TidemarkBridge<File>);
