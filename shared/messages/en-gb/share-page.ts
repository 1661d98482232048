/**
 * The printed page of one recovery share. For translators: whoever finds it must learn no more than that it is a part of some key. No name, nothing of
 * why there is a key or of what it opens, no "she" or "he"; not even the program's name.
 */
export const sharePage = {
  documentTitle: 'A page to keep',
  title: 'Please keep this page',
  what: (needed: number) => `Someone you know asked you to keep this page for them. On it is one part of a key: the eight groups below. By itself it opens nothing. ${counts[needed] ?? String(needed)} such pages, kept by different people, must come together.`,
  groupsLabel: 'The eight groups',
  letters: 'There is no letter O, I, L or U in the groups. 0 is always nought, and 1 is always one.',
  number: 'Part', set: 'Belongs with parts that begin',
  keep: {
    title: 'How to keep it',
    points: [
      'Put it where nobody else looks. Keep it apart from any other page like this one.',
      'Tell nobody that you have it.',
      'Never photograph it, never e-mail it or send it in a message, and never type it into anything of your own.',
      'If it is lost, or someone else has seen it, tell the person who gave it to you. It can be replaced.',
    ],
  },
  asked: {
    title: 'When you are asked for it',
    points: [
      'First make sure that it really is the person who gave it to you: meet, or ring them on a number you already know. A message is not enough.',
      'If anyone else asks, whoever they are, speak with the person who gave it to you before you do anything.',
    ],
  },
  type: {
    title: 'How it is typed in',
    points: [
      'You will be shown where. Type the groups in their order, from 1 to 8. Capitals, spaces and dashes do not matter.',
      'If there is a slip, the screen says in which group. You can try as often as you like, and nothing can break.',
    ],
  },
};

const counts: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five', 6: 'Six', 7: 'Seven', 8: 'Eight' };
