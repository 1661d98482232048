/** The name of the folder that is made for a backup inside a folder with other things in it. It is kept as it was when the language changes. */
export const backupFolderName = 'Tidemark backup';
