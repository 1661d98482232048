import type { EventName } from './events';

/** Events travel on channels of their own, so that no event can be taken for a call. */
export const eventChannel = (name: EventName): string => `event:${name}`;

/** The preload's own channel for dropped files: the paths come from Electron's `webUtils`, never from the window. */
export const droppedFilesChannel = 'dropped-files';
/** The same for one file or folder dropped to be looked into. */
export const droppedSourceChannel = 'dropped-source';
