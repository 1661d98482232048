/**
 * Writes the invented conversation as WhatsApp on Android exports it: 3,000 messages between Mara and Craig from March
 * 2021 to January 2024. The same bytes on every run: the chance in it comes from a fixed seed.
 */
const hers = ['On my way', 'Home in ten', 'At work, can’t talk', 'Yes', 'No', 'Ok', 'Sorry', 'I’m at my desk', 'With Sami at the dentist', 'Just leaving now', 'The bus is late', 'I told you yesterday, Leila’s birthday', 'Can we talk later please', 'I’ll be quick', 'I’m not with anyone', 'Please don’t ring the office again', 'I have £6 left until Friday', 'Did you move my keys?', 'Sami has a temperature', 'What would you like for tea?', 'Thank you x', 'I said I was sorry', 'I don’t want to argue by text', 'Nothing happened, I was in the shower', 'My battery is at 3%', 'It’s only Asia from school', 'Please let me sleep tonight', 'Parents’ evening is at 6', '👍', '❤️', '😔'];
const his = ['Where are you', 'Who with', 'Send me a picture of where you are', 'Answer your phone', 'I can see you’ve read this', 'On a late, back at 2', 'Don’t be stupid', 'Home. Now.', 'You’ve had your £40', 'I know what time you finish', 'What did you tell her', 'My mum says hello', 'Get milk', 'Nice picture. Who took it', 'You’re not well you know that', 'Don’t make me come in there', 'I love you', 'You know I only worry', 'Stop showing me up', 'Ring me', 'Ring me now', '??', 'Pyke says hi 😂', 'Who’s car is that', 'I had a look. He’s got points on his licence your friend', 'Delete her number', 'Early turn tomorrow', 'Sami should be in bed', 'Good girl', 'We’ll talk about this at home', '🙄', '😘'];
const later = ['You can’t keep him from me', 'I can find anyone, it’s my job', 'Tell your sister nice van', 'Sami looked cold this morning', 'You’ll be sorry you did this', 'Still like the window open at night?', 'Nobody believes you Mara', 'I’ve got twenty years in, what have you got', 'New curtains 👏', 'Ask your solicitor what happens to liars', 'Come home and it stops'];

/** Messages the incidents rest on: local time, sender, text. */
const anchors = {
  cafe: [['2021-11-05T18:30', 'Craig', 'Bramble & Bean is it'], ['2021-11-05T18:31', 'Mara', 'How do you know that?'], ['2021-11-05T18:31', 'Craig', 'My phone just knows 😉'], ['2021-11-05T18:34', 'Craig', '<Media omitted>']],
  knew: [['2022-06-29T08:02', 'Craig', 'Room 3 was it\nthe one with no window'], ['2022-06-29T08:02', 'Craig', 'They gave you tissues'], ['2022-06-29T08:05', 'Mara', 'Who told you that?'], ['2022-06-29T08:06', 'Craig', 'I’m a police officer Mara. Everyone told me'], ['2022-06-29T08:07', 'Craig', 'This message was deleted']],
  number: [['2022-11-15T07:12', 'Craig', 'Nice to have you back'], ['2022-11-15T07:13', 'Craig', 'New number suits you']],
  newyear: [['2024-01-01T00:20', 'Craig', 'Happy new year. New year new address?'], ['2024-01-01T00:21', 'Craig', '🎆🎆']],
};

/** Mulberry32: a small seeded generator, enough for choosing phrases. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const stamp = (ms) => new Date(ms).toISOString().slice(0, 16);

/** @returns {{ text: string, excerpts: { key: string, first: number, last: number }[] }} ordinals count every line-item, system lines included */
export function makeConversation(count = 3000) {
  const next = chance(20240419);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const fixed = Object.values(anchors).flat();
  const start = Date.parse('2021-03-14T09:00Z');
  const leaving = Date.parse('2022-11-13T06:00Z');
  const end = Date.parse('2023-12-30T21:00Z');
  const made = [];
  for (let i = 0; i < count - fixed.length; i++) {
    // Nine messages in ten fall before she leaves; afterwards all are his: she is later accused of forty, and sent none.
    const before = next() < 0.9;
    const at = before ? start + next() * (leaving - start) : leaving + next() * (end - leaving);
    const hour = new Date(at).getUTCHours();
    const waking = hour < 6 && next() < 0.8 ? at + 7 * 3600e3 : at;
    const from = waking < leaving && next() < 0.4 ? 'Mara' : 'Craig';
    const text = from === 'Mara' ? pick(hers) : pick(before || next() < 0.3 ? his : later);
    made.push([stamp(waking), from, next() < 0.015 ? '<Media omitted>' : text]);
  }
  const all = [...made, ...fixed].map((row, order) => ({ row, order })).sort((a, b) => (a.row[0] < b.row[0] ? -1 : a.row[0] > b.row[0] ? 1 : a.order - b.order)).map((x) => x.row);
  const line = (/** @type {any[]} */ [at, from, text]) => `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}, ${at.slice(11)} - ${from ? `${from}: ` : ''}${text}`;
  const system = [all[0][0], '', 'Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.'];
  const excerpts = Object.entries(anchors).map(([key, rows]) => {
    const at = all.indexOf(rows[0]);
    return { key, first: at + 1, last: at + rows.length };
  });
  return { text: [system, ...all].map(line).join('\n') + '\n', excerpts };
}
