/** The first page of an open vault. It may be seen over a shoulder: it says where things are, and nothing of what they hold. */
export const start = {
  title: 'Your vault is open',
  lead: 'Nothing of your record is on the screen until you choose where to go.',
  doorsLabel: 'Where to go',
  write: 'A blank page. It is saved as you type.',
  doors: {
    chronology: { title: 'Read the chronology', hint: 'What happened, in the order of when.' },
    messages: { title: 'Add or read messages', hint: 'Conversations from a phone.' },
    documents: { title: 'Add or look at documents', hint: 'Letters, photos, recordings and other files.' },
    search: { title: 'Find something', hint: 'Words and names, anywhere in your record.' },
    'hand-over': { title: 'Hand over', hint: 'Make the pages for your solicitor.' },
    vault: { title: 'Look after the vault', hint: 'Ways to open it, copies, locking.' },
  },
} as const;
