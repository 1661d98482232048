/** A second compartment: said alike in every vault and before there is one, so that reading it tells nothing. */
export const secondCompartment = {
  title: 'A second compartment',
  lead: 'A vault can be made with two records in it, each behind a passphrase of its own. Whichever you type, that one opens, and it looks and works like any vault. Neither mentions the other.',
  points: [
    {
      title: 'What it is for',
      text: ['If someone makes you open your vault, you can open the other record instead. It only convinces if it is filled with believable things, such as bills, letters or a diary, and is opened and added to now and then.'],
    },
    {
      title: 'What it cannot hide',
      text: [
        'How large the vault is: ten letters in a folder of 4 GB look odd.',
        'That both records are used. Every vault has the files of a second record, so finding them tells nothing. But opening a record, even only to look, leaves files with a new date. Someone who examines the folder can see by the dates, the number and the sizes that two records are used, without any passphrase.',
        'That something changed elsewhere, from someone who copies the vault twice and compares.',
        'When and how often the vault is written to: its files have dates, and they add up.',
        'That Tidemark can do this. Anyone can read this page.',
      ],
    },
    {
      title: 'Only together with the vault',
      text: ['It can be made in the same moment as the vault, and never later. From inside, nothing tells whether there is a second one: Tidemark itself cannot know. This page is the same in every vault.'],
    },
    {
      title: 'Two passphrases to keep',
      text: [
        'Each record has its own passphrase, its own recovery code and its own other ways in. What you change in one changes nothing in the other. If you lose every way into one of them, nobody can open it again.',
        'A backup always holds the whole vault. But where backups are kept is known only to the record it was chosen in: choose the same stick in the other one too, and the backup is found there.',
      ],
    },
    {
      title: 'Courts and the police',
      text: ['This is for someone at home who makes you open the vault. A court order is another matter, and so is a written notice from the police to give up a key (section 49 of the Regulation of Investigatory Powers Act 2000): keeping something back can be an offence. Ask a solicitor before you answer.'],
    },
  ],
  passphrase: 'Second passphrase',
  passphraseHint: 'It opens the other record. Leave it empty if you want only one.',
  again: 'The second passphrase once more',
  sameAsFirst: 'The two passphrases must not be the same. Choose another for the second.',
  optional: 'optional',
};
