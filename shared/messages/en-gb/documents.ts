import { countOf, sayNumber } from '../plural';

/** Words of the place "Documents": adding files, looking at them, saying what they are. */
export const documents = {
  title: 'Documents',
  listLabel: 'Documents', all: 'All documents',
  add: 'Add documents',
  emptyTitle: 'No documents yet',
  emptyWords: 'Add any file: photographs, screenshots, letters, PDFs, recordings, films. Each is kept whole and sealed, exactly as it is. You can also drop files here.',
  dropHere: 'Let go to add these files',
  pickOne: 'Choose a document to look at it.',
  loading: 'One moment',
  count: (count: number) => countOf(count, 'document', 'documents'),
  added: 'Added', undated: 'No date yet',
  rowErased: 'Erased',
  forms: { image: 'Picture', pdf: 'PDF', text: 'Text', audio: 'Sound', video: 'Film', other: 'File' },
  origins: { added: 'You added it', 'message-source': 'The file of a conversation', 'message-attachment': 'Came with messages', 'mail-source': 'The file of e-mails', 'mail-attachment': 'Came with an e-mail', 'location-source': 'The file of a location history' },

  adding: {
    title: 'Adding files',
    waiting: 'Waiting',
    kept: 'Kept',
    duplicate: 'You have added this same file before. It was not kept twice.',
    openIt: 'Open it',
    stopped: 'Stopped. Nothing of it was kept.',
    clear: 'Clear the finished ones',
    /** `notKept`: those of the finished ones that are not in the vault. */
    summary: (done: number, count: number, notKept: number) => `${done} of ${countOf(count, 'file', 'files')} done${notKept > 0 ? `; ${sayNumber(notKept)} not kept` : ''}`,
    label: (name: string) => `Adding ${name}`,
  },

  detail: {
    about: 'About this document',
    whatYouSay: 'What you say about it',
    titleLabel: 'A name for it',
    happenedLabel: 'When is it from?',
    happenedHint: 'As you would say it: “12 March 2019”, “summer 2018”. Leave it empty if you do not know.',
    noteLabel: 'Note',
    noteHint: 'What it shows, where it came from, who else has it.',
    saved: (clock: string) => `Saved on this computer, ${clock}`, notSaved: 'Not saved yet', notSaid: 'Not said',
    backToDocument: 'Back to the document',
    /** Under the name: "Picture, 2.1 MB. Added 3 May 2026 at 21:04" */
    summary: (kind: string, size: string, added: string) => `${kind}, ${size}. Added ${added}`,
    facts: 'What is known',
    originalName: 'Name of the file', size: 'Size', addedUtc: 'Added here', fileModified: 'The file says it was last changed', kind: 'Kind', origin: 'How it came', picture: 'Picture',
    pixels: (width: number, height: number) => `${width} by ${height} pixels`,
    technical: 'Technical detail',
    hash: 'SHA-256', hashHint: 'A number that only this exact file gives. Whoever receives the file can check it.', copyHash: 'Copy', copied: 'Copied. It leaves the clipboard after a minute.', mediaType: 'Type told from its bytes', exactSize: 'Size in bytes',
    saveCopy: 'Save a copy of the original', saveCopyHint: 'The copy is an ordinary file outside the vault: anyone who finds it can open it.',
    savingCopy: 'Saving the copy', copySaved: 'The copy is saved. It is exactly the file you added.',
    links: 'Incidents it belongs to', noLinks: 'It is not linked to an incident yet.', link: 'Link to an incident',
    erase: 'Erase this document', eraseTitle: 'Erase this document?',
    eraseWords: 'Its content is destroyed and cannot be brought back, by you or anyone. That a document was here, when it was erased and why is kept. If there may be a court case, ask your solicitor first.',
    eraseReason: 'Why do you erase it?',
    erasedTitle: 'This document was erased', erasedWhen: (when: string) => `Erased ${when}.`, erasedReason: (reason: string) => `The reason you gave: ${reason}`,
    largeView: 'The document',
  },
};
