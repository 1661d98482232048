import { Menu, type WebContents } from 'electron';

/**
 * No menu bar. macOS takes the shortcuts for copying and pasting from the menu, so there it gets the bare roles;
 * nothing that reloads, zooms by itself, opens tools or remembers documents.
 */
export function setProgramMenu(isMac: boolean): void {
  if (!isMac) return Menu.setApplicationMenu(null);
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
