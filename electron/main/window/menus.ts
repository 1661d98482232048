import { Menu, type WebContents } from 'electron';

/** No menu bar. To be called before `ready`, or Electron builds its own first. Not for macOS, which has one menu for the whole program. */
export function removeMenuBar(): void {
  Menu.setApplicationMenu(null);
}

/** macOS takes the shortcuts for copying and pasting from the menu: the bare roles; nothing that reloads, zooms by itself, opens tools or remembers documents. */
export function setMacMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'appMenu', submenu: [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, { type: 'separator' }, { role: 'quit' }] },
      { role: 'editMenu', submenu: [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
      { role: 'windowMenu', submenu: [{ role: 'minimize' }, { role: 'togglefullscreen' }] },
    ]),
  );
}

/** Cut, copy, paste on the right button, only where they can do something. */
export function offerEditMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, at) => {
    const items = [
      ...(at.isEditable ? [{ role: 'undo' as const, enabled: at.editFlags.canUndo }, { role: 'cut' as const, enabled: at.editFlags.canCut }] : []),
      ...(at.isEditable || at.selectionText !== '' ? [{ role: 'copy' as const, enabled: at.editFlags.canCopy }] : []),
      ...(at.isEditable ? [{ role: 'paste' as const, enabled: at.editFlags.canPaste }, { role: 'selectAll' as const }] : []),
    ];
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}
