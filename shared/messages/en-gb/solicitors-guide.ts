interface Point { readonly name: string; readonly words: string; /** Each on a line of its own, never broken. */ readonly commands?: readonly string[] }

/**
 * The solicitor's guide: exactly two printed pages. For translators: plain and exact, for a reader who will be asked about every word by the other side. Never "compliant", "admissible" or
 * "certified"; never that something is proved which is only recorded. "Your client" is whoever keeps the record.
 */
export const solicitorsGuide: { readonly documentTitle: string; readonly title: string; readonly lead: string; readonly sections: readonly { readonly title: string; readonly points: readonly Point[] }[] } = {
  documentTitle: 'A guide for the solicitor',
  title: 'A guide for the solicitor',
  lead: 'You have been given papers from a record that your client keeps with Tidemark, a program on her own computer that uses no network and no account. These two pages say what they are, what they show and do not show, how to check them without the program, and how to ask for more.',
  sections: [
    {
      title: 'What you may have been given',
      points: [
        { name: 'A chronology (PDF).', words: 'Her entries in the order of when things happened, then the exhibits (TM1, TM2 and so on), then how to check them. It is her own account. It is not a statement and has no statement of truth.' },
        { name: 'An evidence bag.', words: 'A folder or zip in the BagIt form (RFC 8493): the chronology, files of the exhibits, lists of SHA-256 sums, and an index (index.csv for a spreadsheet, index.json for other programs).' },
        { name: 'A court bundle (PDF).', words: 'Numbered as the kind of proceedings asks, with an index that links to every document. One too large to send comes as several files, each with the index of all. Late pages go at the end; numbers already given do not change.' },
        { name: 'Papers to edit (Word).', words: 'The chronology, the schedule of allegations and a draft statement, unsigned and undated, for you to settle. What you change in them no longer follows the record.' },
        { name: 'Originals or copies.', words: 'The index says of each file which it is. An original is byte for byte what was added to the record, with all that a phone or camera wrote into it, which may include where it was made. A copy is a picture drawn afresh without any of that. What could not be copied so stays in her record, and its SHA-256 is listed.' },
      ],
    },
    {
      title: 'Four dates, kept apart',
      points: [
        { name: 'Happened', words: 'is her recollection, as exact or vague as she gave it, with how the date is known (diary, message, memory).' },
        { name: 'Learned', words: 'is when she came to know of it.' },
        { name: 'First recorded', words: 'was set by the program when she said “this is my record”. It cannot be edited.' },
        { name: 'Amended', words: 'stands beside each later version, with its reason. Earlier versions are kept and printed.' },
      ],
    },
    {
      title: 'What it shows',
      points: [
        { name: 'Sameness.', words: 'If the SHA-256 of an original is the one listed, it has the same bytes as when it was added to the record.' },
        { name: 'Order.', words: 'The record has a history in which every step includes a sum over the step before. The seal code on the papers stands for that whole history at that moment: once the code was given out, nothing recorded before it can be put in, changed or taken out without its becoming another.' },
        { name: 'Completeness of the bag.', words: 'A file that was changed or taken out since the lists were made is named by every check below. One that was added is named by the page in the bag, by BagIt programs and by Tidemark, not by the commands.' },
      ],
    },
    {
      title: 'What it does not show',
      points: [
        { name: 'That something happened', words: 'as it is told. That is for evidence and for the court.' },
        { name: 'That times are right.', words: 'Recording times come from the clock of her computer, which nobody checked. A date inside a photograph, message export or e-mail is a claim of the device or person that made it.' },
        { name: 'Who wrote a message.', words: 'An export shows what was in the file that was brought in, and under which names.' },
        { name: 'That the lists are the first ones.', words: 'Whoever changes a file can make new lists. That is why the bag’s own SHA-256, and the seal code, should be confirmed with your client by another way than the one the bag came by.' },
        { name: 'That everything is here.', words: 'She chose what to hand over. Words that a machine read from pictures may have slips: rely on the picture itself.' },
      ],
    },
    {
      title: 'Your copy, and its passphrase',
      points: [
        { name: 'A numbered copy', words: 'says at the foot of each page for whom it is, with a code; lines of the pages that the program set are also spaced for that copy. Shown a page or a scan, she can ask “Which copy is this?”. The answer says whose copy it was and how sure that is, not who passed it on. Word files, tables and originals bear no mark.' },
        { name: 'A locked file', words: 'opens with six words that she tells you by telephone, never by the same e-mail. A PDF asks for them itself; a ZIP opens with 7-Zip (Windows), Keka or The Unarchiver (Mac).' },
      ],
    },
    {
      title: 'How to check it',
      points: [
        { name: 'In a browser, without installing anything.', words: 'Open check-this-bag.html, which lies in the bag, and choose the folder. It works offline and names every difference.' },
        { name: 'By hand.', words: 'HOW-TO-CHECK.txt in the bag explains each step. In the folder of the bag, on Linux, on a Mac, and on Windows file by file, compared with the list:', commands: ['sha256sum -c manifest-sha256.txt', 'shasum -a 256 -c manifest-sha256.txt', 'certutil -hashfile "name of the file" SHA256'] },
        { name: 'With any BagIt program.', words: 'The bag follows version 1.0 of RFC 8493.' },
        { name: 'With Tidemark,', words: 'at the first page: “Check a bundle I received”. It needs no vault.' },
        { name: 'Against the record.', words: 'Ask your client to open “Hand over”, “Handed over before”, and read out the SHA-256 and the seal code noted there. The history in her vault can be checked by an expert from its published description.' },
      ],
    },
    {
      title: 'How to ask for more',
      points: [
        { name: 'By mark.', words: 'Exhibit marks never change once issued, so “the original of TM7” is exact. She can save any original she has not erased, byte for byte, or make a bag that holds them.' },
        { name: 'With care.', words: 'An original may tell where she lives now. Ask only for those you need, say how they will be kept, and look at each before you pass it on.' },
        { name: 'Keep what you were given as it is.', words: 'Work on a copy. Opening files in an editor, or letting a program rewrite them, changes their sums.' },
      ],
    },
  ],
};
