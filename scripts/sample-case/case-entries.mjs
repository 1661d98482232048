import { propertyLines } from './papers.mjs';

/**
 * The invented case's contacts with the police and others, ties, claims against her, look-ups, lists, time limits and story, in the order in which she wrote them down. They point by key: at people (people.mjs),
 * documents (papers.mjs), marked messages (people.mjs), incidents (by title) and at each other. Shapes are those of shared/model/case, with keys for ids (electron/main/example/case-entry-file.ts).
 */
/** @type {{ typed: string, edtf: string, timeOfDay: string, timeApproximate: boolean, basis: string | null }} */
const noDate = { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null };
const on = (typed, edtf, basis = 'letter', timeOfDay = '', timeApproximate = false) => ({ typed, edtf, timeOfDay, timeApproximate, basis });
const contact = (key, form, title, happened, rest) => ({ key, content: { kind: 'contact', form, title, happened, ...rest } });
const tie = (key, from, kind, to, rest) => ({ key, content: { kind: 'tie', from, tie: kind, to, ...rest } });
const outcome = (list, value, told = noDate, note = '') => ({ list, value, told, note });
const given = (key, what, manner, receipt, /** @type {string | null} */ thing = null) => ({ key, what, manner, receipt, thing });

const slipSays = (what) => `Slip NM/0628/22: “${what}”`;
const receiptSays = (item) => `Eastmarch receipt of 6 February 2024, item ${item}`;

const firstReport = [
  contact('report', 'report', 'I reported him', on('28 June 2022 11:15', '2022-06-28', 'letter', '11:15'), {
    body: 'northmoor', people: [['hale', 'in-charge']], reference: 'NM/0628/22', incidents: ['I reported him', 'Hands on my throat'], evidence: ['slip'],
    said: 'At the front counter I reported the assault of April. I said that he is an officer at this station, and asked for someone who did not know him.',
    told: 'That DC Hale would see me now, and that she was “CID, so not one of his lot”.',
  }),
  contact('statement', 'statement', 'My statement, and what I gave DC Hale', on('28 June 2022 about 11:30am', '2022-06-28', 'letter', '11:30', true), {
    body: 'northmoor', people: [['hale', 'in-charge']], reference: 'NM/0628/22', report: 'report', incidents: ['I reported him', 'He knew the next morning'], evidence: ['slip', 'diarypage'],
    said: 'April: both hands, the sparks, his words. The wall in September. I cried. It was a room without a window and nobody else was in it.',
    told: 'She wrote it down and I signed each page. She gave me the slip.',
    given: [
      given('phone', 'My phone; they copied it and gave it back that day', 'original', slipSays('1 phone (copied, returned)')),
      given('photographs', 'Two photographs of the kitchen wall, printed; this file is one of them', 'copy', slipSays('2 photographs'), 'wall'),
      given('diary', 'My diary, red cover, the only one', 'original', slipSays('1 diary, red cover')),
    ],
    promised: [{ what: 'My diary back in “a week or so”', by: on('about 5 July 2022', '2022-07-05~', 'memory'), kept: 'no' }],
    cameBack: 'The phone, the same day. The diary did not come back.',
  }),
  contact('nocrime-letter', 'letter', 'No crime recorded', on('8 July 2022', '2022-07-08'), {
    body: 'northmoor', people: [['hale', 'in-charge'], ['pyke', 'supervisor']], reference: 'NM/0628/22', report: 'report', incidents: ['No crime recorded'], evidence: ['nocrime'],
    told: '“Having spoken to both parties, we consider it resolved informally. No crime has been recorded.” Signed by Sergeant Pyke for DC Hale. Nobody had asked me.',
    outcomes: [outcome('recording', 'recorded-non-crime', on('8 July 2022', '2022-07-08'), '“Resolved informally.” It has a reference, and no crime number.')],
  }),
  contact('diary-lost', 'visit', 'I went to collect my diary', on('15 July 2022', '2022-07-15', 'diary'), {
    body: 'northmoor', reference: 'NM/0628/22', report: 'statement', incidents: ['My diary could not be found', 'A page from my diary'], evidence: ['slip'],
    said: 'I showed the slip and asked for my diary. I asked for the answer in writing.',
    told: 'He looked for half an hour. It “could not be located”; there was nothing under that number. He could not put that in writing.',
    cameBack: 'Nothing.',
  }),
];

const laterContacts = [
  contact('at-nadias', 'visit', 'Two officers at my sister’s door', on('13 November 2022 22:10', '2022-11-13', 'message', '22:10'), {
    body: 'northmoor', people: [['nadia', 'there']], incidents: ['Missing person', 'He had the new number'], evidence: ['doorbell'],
    told: 'Craig had reported Sami and me as missing and at risk. They would not leave until they had seen me. One of them wrote down where we were. They gave no names.',
    said: 'That we were safe and had left him. I told them my new number so that they would stop worrying.',
  }),
  contact('arrest', 'other', 'Arrested, and held for nine hours', on('2 February 2023 20:34', '2023-02-02', 'letter', '20:34'), {
    body: 'northmoor', people: [['arresting', 'spoke-to'], ['desk', 'spoke-to'], ['pyke', 'named']], reference: 'NM/0202/23', incidents: ['Arrested', 'Released'], evidence: ['custody'],
    said: 'That I had sent him nothing since November. At 23:40 I asked for a solicitor; none was free until morning.',
    told: 'That Craig had forty messages from me and had told Sergeant Pyke, who took it down.',
    given: [given('phone-kept', 'My new phone; they kept it', 'original', 'Custody record, 05:40: “Phone kept”')],
  }),
  contact('forty-letter', 'letter', 'They sent the forty messages', on('1 March 2023', '2023-03-01'), { body: 'northmoor', people: [['solicitor', 'there']], reference: 'NM/0202/23', report: 'arrest', incidents: ['Their forty messages'], evidence: ['disclosure'], told: 'Forty messages, with days and times, from “maraeIlis_”. No number is given.' }),
  contact('nfa-letter', 'letter', 'No further action against me', on('17 March 2023', '2023-03-17'), {
    body: 'northmoor', reference: 'NM/0202/23', report: 'arrest', incidents: ['No further action against me'], told: 'No further action against me. It does not say who sent the messages, or that anyone will look.',
    outcomes: [outcome('disposal', 'no-further-action', on('17 March 2023', '2023-03-17'), 'Against me.')],
  }),
  contact('sar', 'subject-access', 'I asked for my data', on('5 April 2023', '2023-04-05'), { body: 'northmoor', incidents: ['Subject access request'], said: 'For the record of every time my name, my sister’s address or the new number was looked up since June 2022, and for what property they hold of mine.' }),
  contact('sar-reply', 'letter', 'Their reply', on('2 October 2023', '2023-10-02'), {
    body: 'northmoor', reference: 'DP/0431/23', report: 'sar', incidents: ['Reply to my request'], evidence: ['sarreply'],
    told: 'Sixteen sheets. Eleven searches of my name between 28 June 2022 and 17 March 2023, six by somebody who is blacked out. The last sheet is a list of property: my diary is not on it.',
  }),
  contact('complaint-sent', 'complaint', 'My complaint', on('19 May 2023', '2023-05-19'), {
    body: 'psd', report: 'report', reference: 'CO/0519/23', incidents: ['Complaint'], evidence: ['complaint'],
    said: 'About the lost diary, the leak, the visit at my sister’s and my number. I asked that a neighbouring force look at it.',
    told: 'They answered that they “saw no conflict”.',
    given: [given('complaint-itself', 'My complaint, as I sent it', 'copy', '', 'complaint')],
    outcomes: [outcome('neighbouring-force', 'neighbour-refused', noDate, '“Saw no conflict.”')],
  }),
  contact('order-made', 'court', 'Non-molestation order', on('26 July 2023', '2023-07-26'), {
    body: 'court', people: [['solicitor', 'there']], reference: 'NM23F00417', incidents: ['Non-molestation order'], evidence: ['order'], told: 'Until 25 July 2024. He did not contest it.',
    outcomes: [outcome('protection', 'non-molestation', on('26 July 2023', '2023-07-26'))],
  }),
  {
    ...contact('complaint-outcome', 'letter', 'Complaint outcome: no case to answer', on('20 November 2023', '2023-11-20'), {
      body: 'psd', reference: 'CO/0519/23', report: 'complaint-sent', incidents: ['Complaint outcome'], evidence: ['outcome'],
      told: '“We find no case to answer. The diary was likely returned to you. No record was made of its return.” I may ask for a review within 28 days, counted from the day after the date of the letter.',
      outcomes: [outcome('misconduct', 'no-case-to-answer', on('20 November 2023', '2023-11-20'))],
    }),
    amendments: [{ reason: 'The envelope has the day on which it came.', change: { outcomes: [outcome('misconduct', 'no-case-to-answer', on('20 November 2023', '2023-11-20'), 'The letter is dated 20 November and came on the 24th.')] } }],
  },
  contact('review-asked', 'review', 'Asked for a review', on('11 December 2023', '2023-12-11'), {
    people: [['solicitor', 'spoke-to']], reference: 'CO/0519/23', report: 'complaint-outcome', incidents: ['Asked for a review'], evidence: ['outcome', 'slip'],
    said: 'Ms Vale asked the review body for a review, signed for, with the slip of 28 June 2022 as its first page.',
    given: [given('slip-to-review', 'The slip of 28 June 2022', 'copy', 'Signed for', 'slip')],
  }),
  contact('breach-reported', 'report', 'Reported the breach', on('9 January 2024', '2024-01-09', 'diary'), {
    reference: '0109-24', incidents: ['Reported the breach', 'New Year'], evidence: ['newyear', 'order'], said: 'On 101: that he wrote to me on New Year’s night while the order was in force. I asked for another force.', told: 'She took it down and read it back to me.',
  }),
  contact('agreed', 'letter', 'Another force has it', on('23 January 2024', '2024-01-23'), {
    report: 'review-asked', incidents: ['Neighbouring force agreed'], told: 'The review found that another force should look at the complaint. Eastmarch has it now.',
    outcomes: [outcome('neighbouring-force', 'neighbour-agreed', on('23 January 2024', '2024-01-23'))],
  }),
  contact('eastmarch-interview', 'statement', 'Video interview with Eastmarch', on('6 February 2024 10:00', '2024-02-06', 'calendar', '10:00'), {
    body: 'eastmarch', people: [['marchetti', 'in-charge']], reference: 'EM/0123/24', report: 'agreed', incidents: ['Video interview'], evidence: ['receipt'],
    said: 'All of it, in three hours.', told: 'They had not been sent the photographs of the wall.',
    given: [
      given('em-photographs', 'Two photographs of the kitchen wall; this file is one of them', 'copy', receiptSays(1), 'wall'),
      given('em-walkin', 'Walk-in centre record of 23 April 2022', 'copy', receiptSays(2), 'walkin'),
      given('em-slip', 'Copy of the reference slip NM/0628/22', 'copy', receiptSays(3), 'slip'),
      given('em-chronology', 'My chronology, eleven pages', 'copy', receiptSays(4)),
    ],
  }),
  contact('canal-call', 'call', 'I rang Eastmarch from the shop', on('8 March 2024 about 7.30pm', '2024-03-08', 'diary', '19:30', true), { body: 'eastmarch', people: [['marchetti', 'spoke-to']], reference: 'EM/0123/24', report: 'eastmarch-interview', incidents: ['At the canal'], said: 'That he had sat by the second lock and spoken to Sami.' }),
  contact('diary-found', 'call', 'Eastmarch has found my diary', on('19 April 2024', '2024-04-19'), {
    body: 'eastmarch', people: [['marchetti', 'spoke-to']], reference: 'EM/0123/24', report: 'eastmarch-interview', incidents: ['Interviewed'], told: 'He has been interviewed and is on restricted duties. They have found my diary. It was in a locker.', cameBack: 'Not yet: they keep the diary as evidence.',
  }),
];

const ties = [
  tie('pyke-supervised', 'pyke', 'supervised', 'craig', { words: 'His sergeant on response team B.', began: on('about 2019', '2019~', 'someone-told-me'), ended: on('August 2023', '2023-08', 'letter'), known: 'told', toldBy: 'craig', source: 'Craig called him “my sergeant” from the day I met him; the paper of 30 August 2023 says that he has moved.', evidence: ['paper'] }),
  tie('pyke-friend', 'pyke', 'friend', 'craig', { words: 'Saw each other at home; Craig wrote “Pyke says hi” for years.', began: on('2 June 2022', '2022-06-02', 'calendar'), known: 'own-knowledge', source: 'I was at the barbecue in his garden on 2 June 2022.' }),
  tie('hale-worked', 'hale', 'worked-with', 'craig', { words: 'Crewed a car together before she went to CID.', began: on('2017', '2017', 'someone-told-me'), ended: on('2019', '2019', 'someone-told-me'), known: 'told', toldBy: 'craig', source: 'He said it in July 2022, when I asked how he knew about the room: “Hale? Two years in a car, me and Jo.”' }),
];

const theirs = [
  { key: 'forty-messages', content: {
    kind: 'counter-allegation', title: 'Forty messages said to be mine', happened: on('1 January 2023 to 20 January 2023', '2023-01-01/2023-01-20'), made: on('before 2 February 2023', '../2023-02-01', 'letter'), learned: on('2 February 2023', '2023-02-02'), madeBy: 'craig', madeTo: 'Sergeant Pyke, Northmoor Police (invented)', reference: 'NM/0202/23',
    theirVersion: 'That I sent Craig forty messages between 1 and 20 January 2023, two a day: “You will pay”, “I know where you work”, “Answer me”, “Coward”, “I will tell them what you did”.',
    herAnswer: 'I sent none. They come from an account with my picture and the name “maraeIlis_”: a capital I stands where an l should be. No telephone number is given. In those weeks it was he who came to me: the car at the corner, and the school gate.',
    outcomes: [outcome('disposal', 'no-further-action', on('17 March 2023', '2023-03-17'), 'Against me. Nobody looked who sent them.')], incidents: ['Arrested', 'Their forty messages', 'No further action against me'], evidence: ['disclosure', 'custody'],
  } },
  { key: 'number-known', content: {
    kind: 'look-up', title: 'My new number', known: 'The number of the new telephone, two days old.', happened: on('15 November 2022', '2022-11-15', 'message'), knowableSince: on('13 November 2022', '2022-11-13', 'diary'), person: 'craig', howItShowed: 'He wrote to it: “Nice to have you back”, “New number suits you”.', systems: ['command-and-control', 'force-records'],
    otherWays: 'Nadia, Leila, the school and the GP had it. I asked each of them; none gave it to anybody. I told the two officers at Nadia’s door on the 13th. The reply to my request has a search of my name on 14 November, by somebody who is blacked out.',
    through: [], incidents: ['He had the new number', 'Missing person'], evidence: ['number', 'doorbell', 'sarreply'],
  } },
];

const lists = [{ key: 'property-list', content: {
  kind: 'disclosure', title: 'Their list of my property', form: 'subject-access', happened: on('2 October 2023', '2023-10-02'), body: 'northmoor', reference: 'DP/0431/23', contact: 'sar', evidence: ['sarreply'], note: 'The last of their sixteen sheets, line for line.',
  items: propertyLines.map((text, index) => ({ text, given: [['phone'], ['photographs'], ['phone-kept']][index] })), notExpected: [],
} }];

const limits = [
  { key: 'answer-limit', content: { kind: 'deadline', rule: 'subject-access-police', fromDay: '2023-04-05', contact: 'sar', settled: 'done', settledOn: on('2 October 2023', '2023-10-02'), note: 'They answered on 2 October. Nobody had told me that they needed longer.', evidence: ['sarreply'] } },
  { key: 'review-limit', content: { kind: 'deadline', rule: 'complaint-review', fromDay: '2023-11-20', contact: 'complaint-outcome', settled: 'done', settledOn: on('11 December 2023', '2023-12-11'), note: 'Ms Vale sent it, signed for.', evidence: ['outcome'] } },
];

/** A key in braces is a citation. */
const story = [{ key: 'story', content: { kind: 'narrative', title: 'What he did, and with what', paragraphs: [
  { form: 'heading', text: 'At home' },
  { form: 'text', text: 'He took my phone, my wages and my friends in the first summer {He set up my phone} {Wages} {Friends stopped coming}. In September 2021 he struck the wall beside my head {The wall by my head}; I photographed it the next morning {wall}. In April 2022 he put both hands round my neck {Hands on my throat}. The walk-in centre wrote down the marks two days later {walkin}.' },
  { form: 'heading', text: 'With the police behind him' },
  { form: 'text', text: 'I reported it on 28 June 2022 {report}. By two minutes past eight the next morning he knew the room {knew}. The diary that I had handed over {slip} could not be found {diary-lost}, and then he read to me from it {A page from my diary}. After I left, my new number was two days old when he wrote to it {number-known}. In February 2023 I was the one who was arrested {forty-messages}.' },
] } }];

export const caseEntries = [...firstReport, ...laterContacts, ...ties, ...theirs, ...lists, ...limits, ...story];
