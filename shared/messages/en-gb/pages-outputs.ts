/** Words of the papers that are made of a selection besides the chronology's own pages. They speak of her to her solicitor; a statement and a complaint speak as her. Never "compliant", "admissible" or "certified". */
export const pagesOutputs = {
  exampleFoot: 'EXAMPLE, all invented',
  sealMeaning: 'The seal code is worked out from the SHA-256 of the whole history of the record up to this paper. It is written into the record with this file’s own SHA-256 when the file is saved. A file that can be edited may have been: what the record holds is what counts.',
  selection: {
    name: 'Selection', foot: (mark: string) => `Selection ${mark}`,
    which: (entries: string, period: string, mark: string) => `Numbers of entries in this paper are those of the chronology made of the same ${entries}${period === '' ? '' : ` (${period})`}. That chronology bears the same mark: Selection ${mark}. A chronology or bundle with another mark may number entries otherwise: find the entry there by the day given beside the number.`,
    here: 'Papers with the same mark number these entries alike.',
    columnHere: (name: string, mark: string) => (mark === '' ? name : `${name} (selection ${mark})`),
  },
  exhibits: { kind: 'Kind', kinds: { excerpt: 'Messages', mail: 'E-mail' }, files: 'Files' },
  moreRows: (count: string) => `The file goes on: ${count} more rows are in it than are shown here.`,

  chronology: {
    title: 'Chronology of events', sheet: 'Chronology', caseName: 'Case',
    intro: 'A person’s own record of events, in her own words, taken from the record she keeps. It is not a legal document and not a statement. How it was made is said at the end.',
    editable: 'This copy can be edited. Headings, tables and lists are set by styles. Entry numbers are those of every other paper that bears the same selection mark. Exhibit marks are the same in all papers; a mark, once given, is never given to anything else. The exhibits are not in this file.',
    about: 'about ',
    columns: {
      number: 'No.', when: 'When', from: 'Earliest day', to: 'Latest day', time: 'Time of day', known: 'How the date is known', kind: 'Kind', what: 'What', account: 'Account as it stands', where: 'Where', kinds: 'Kinds of abuse', people: 'People', exhibits: 'Exhibits',
      recorded: 'First recorded', recordedZone: 'First recorded: zone', amendments: 'Amendments', amended: 'Last amended', amendedZone: 'Last amended: zone',
    },
    howMade: [
      'The person who kept this record wrote it on her own computer in a program called Tidemark, which works without the internet and keeps everything encrypted.',
      'Four dates are kept apart for every entry: when it happened, when she learned of it, when it was first recorded, and when it was amended. The first two are hers. The other two are set by the program from the computer’s clock and cannot be edited in it.',
      'When she says “this is my record”, the entry is kept as it then stands. Later changes are amendments: each has its own time and the reason she gave, and the earlier text stays. All of them are in this file.',
      '“Made at the time” is written only where the day of the event is known exactly and the entry was first recorded on that day or the next.',
      'Times of recording come from the clock of the computer that was used. Nobody has checked that clock. They are given in UK time, with its zone (GMT or BST).',
      'Each SHA-256 in the list of exhibits is worked out from every byte of a file as it was added to the record.',
    ],
  },

  heading: {
    court: 'IN THE [COURT]', caseNumber: 'Case No.', between: 'BETWEEN', and: 'and', applicant: 'Applicant', respondent: 'Respondent', noCaseNumber: '[number]', noApplicant: '[name of the applicant]', noRespondent: '[name of the respondent]',
    courtNamed: (court: string) => `IN THE ${court.replace(/^in\s+/iu, '').replace(/^the\s+/iu, '').toUpperCase()}`,
  },

  allegations: {
    title: 'Schedule of allegations', draft: 'Draft for your solicitor. Nothing in it has been settled, served or filed.',
    intro: 'The columns for the response and for the court are left empty. Numbers in the first column are those of this schedule.',
    both: 'An incident here may also be part of the account of the pattern: the one says what is alleged to have happened on a day, the other what it was part of. Neither takes the place of the other (Re H-N [2021] EWCA Civ 448).',
    narrative: 'The pattern of behaviour', entry: (number: number, day: string) => `[entry ${number}, ${day}]`, elsewhere: '[something that is not among these papers]',
    narrativeIntro: 'In the survivor’s own words. Entries in square brackets are those of the chronology, marks in bold those of the exhibits.',
    schedule: 'The allegations', columns: { number: 'No.', date: 'Date', allegation: 'Allegation', evidence: 'Evidence', response: 'Response', court: 'Court' },
    chronologyEntry: (number: number, day: string) => `Chronology, entry ${number}, ${day}`,
    sheet: 'Allegations', from: 'Earliest day', to: 'Latest day', chronologyNumber: 'Entry of the chronology', exhibits: 'Exhibits',
  },

  statement: {
    name: 'Statement', title: (name: string) => `WITNESS STATEMENT OF ${name.toUpperCase()}`, noName: '[full name of the witness]',
    draft: 'DRAFT FOR YOUR SOLICITOR. Not a statement until it has been settled, signed and dated. Square brackets hold what is still to be decided or filled in; take them out before it is used.',
    onBehalf: { applicant: 'On behalf of the Applicant', respondent: 'On behalf of the Respondent', witness: 'On behalf of the [party]' },
    number: (number: number) => `Statement number: ${number}`, initials: (initials: string) => `Witness: ${initials}`, noInitials: '[initials and surname]', exhibits: (marks: string) => `Exhibits: ${marks}`, dated: 'Date: [date of signing]',
    opening: { applicant: (name: string) => `I, ${name}, am the applicant in these proceedings.`, respondent: (name: string) => `I, ${name}, am the respondent in these proceedings.`, witness: (name: string) => `I, ${name}, am a witness in these proceedings.` },
    occupation: (occupation: string) => `My occupation is ${occupation}.`, noOccupation: '[Occupation, or a description.]',
    address: { family: '[Address. A party need not give it where it is to be kept private: FPR 29.1 and form C8.]', civil: '[Address. Ask the court for directions before leaving it out where it is to be kept private.]' },
    prepared: 'This draft was put together from accounts that I wrote myself in a record on my own computer. They stand here as I wrote them. [How the statement was then prepared: face to face, by telephone, through an interpreter.]',
    knowledge: 'What I say here is from my own knowledge, unless I say that it is something I was told or believe; then I say who or what it comes from. [To be checked against each paragraph. Places where the record itself says that she was told are marked.]',
    toldBy: '[Information or belief: her record says that the date is known because somebody told her. Give the source.]', suspected: '[Suspected, not known: that it was looked up is what she asks to have checked. Give the grounds.]',
    amended: (day: string, number: number, cited: string, mark: string) => `[Her record of this was amended, last on ${day}. What stands here is the newest reading; every reading is in the chronology of the same selection (${mark}), entry ${number}, ${cited}.]`,
    noAccount: '[No account was written.]', undated: 'On a day that is not given', exhibit: (what: string) => `I refer to “${what}” marked `, exhibitEnd: '.',
    labels: { account: '', effectOnMe: 'How it affected me', effectOnChildren: 'How it affected the children', whatNext: 'What I did next', said: 'What I said', told: 'What I was told', cameBack: 'What came back of what I gave', theirVersion: 'What was claimed about me', herAnswer: 'What I say to it', known: 'What was known', howItShowed: 'How it showed', otherWays: 'How else it could have been known', words: '' },
    promised: 'What I was promised', promisedBy: (day: string) => `by ${day}`, about: 'About this statement',
    truthTitle: 'Statement of truth',
    truth: 'I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by a statement of truth without an honest belief in its truth.',
    truthSource: { civil: '[The words are those of Practice Direction 22, paragraph 2.2, to Part 22 of the Civil Procedure Rules, as in force since 6 April 2020. Check that they still are.]', family: '[The words are those for a witness statement in family proceedings: Practice Direction 17A to the Family Procedure Rules 2010. Check that they still are.]' },
    signed: 'Signed ______________________________', witnessNamed: (name: string) => `Name: ${name}`, signedOn: 'Dated ______________________________',
    foot: 'Draft statement',
  },

  messages: {
    title: 'Schedule of messages', intro: 'Every message with its sender, its full date and time, and the place in its source file where it can be found and compared. Nothing is left out of the stretch that is shown.',
    whole: (title: string) => `The whole conversation: ${title}`, extract: (mark: string, title: string) => `${mark}: ${title}`, count: 'Messages',
    columns: { number: 'No.', sender: 'Sender', when: 'Date and time', text: 'Message', place: 'Where it stands' }, me: (name: string) => `${name} (her)`,
    sheet: 'Messages',
    table: {
      exhibit: 'Exhibit', conversation: 'Conversation', number: 'No. in the conversation', kind: 'Kind', sender: 'Sender', hers: 'Sent by her', when: 'Date and time', zone: 'Zone', hour: 'Note on the hour', basis: 'Where the time comes from', written: 'As the source writes it', text: 'Message', answers: 'In answer to', attachments: 'Attachments', marks: 'Exhibit marks of attachments', notes: 'Notes of the source',
      source: 'Source file', within: 'Place inside the file', line: 'Line', firstByte: 'First byte', lastByte: 'Last byte', sha256: 'SHA-256 of the source file',
    },
    kinds: { message: 'Message', system: 'Notice by the app', 'not-understood': 'Not understood' }, yes: 'yes', no: 'no', noZone: 'not said by the source',
    bases: { 'as-written': 'as the export writes it, zone not said', 'offset-written': 'the export writes it with its distance from UTC', instant: 'a moment in UTC, on the clock of the United Kingdom' },
    maybeMore: 'What may be missing',
  },

  complaint: {
    title: { iopc: 'Complaint about the police: for the Independent Office for Police Conduct', psd: 'Complaint about the police: for the professional standards department' }, foot: 'Complaint, prepared and not sent',
    warning: {
      iopc: 'Before this goes anywhere: the IOPC sends a complaint made with its form straight on to the force it is about. Whoever handles it there may know the person complained of. Speak to your solicitor first.',
      psd: 'Before this goes anywhere: the professional standards department belongs to the force it is about. Whoever handles it there may know the person complained of. Speak to your solicitor first.',
    },
    notSent: 'Nothing has been sent. These are words to copy into the form or to put into a letter.',
    to: 'To', toWhom: { iopc: 'Independent Office for Police Conduct', psd: 'Professional standards department' }, from: 'From', noName: '[your name]', contact: 'How to reach me', noContact: '[Left open. Give only what may be known to the force: a solicitor’s address will do.]', date: 'Date', noDate: '[date]',
    force: 'The force', noForce: '[name of the force]', officers: 'Officers and staff named in my record', references: 'References I was given', fields: 'For the form or the letter',
    about: 'What I complain about', noAbout: '[What I complain about, in a few sentences.]', late: 'Why I complain now', noLate: '[If it is more than 12 months since it happened, the force asks why the complaint comes now.]', wanted: 'What I ask for', noWanted: '[What should happen now: an explanation, an apology, an investigation by another force.]',
    told: 'Told, and what happened', toldIntro: 'Each report from its first contact on, in order of time, as it stands in my record.', noContacts: 'No contacts with the police or others are among what was chosen.', report: (name: string) => `Report: ${name}`,
    incidents: 'What it was about', evidence: 'Evidence', evidenceIntro: 'These can be given on request. They are not enclosed.',
    sources: 'The form of the IOPC, its statutory guidance on the police complaints system (2020) and Schedule 3 to the Police Reform Act 2002 say what a complaint may hold and what becomes of it.',
  },
};
