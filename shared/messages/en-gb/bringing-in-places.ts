import { bringingIn } from './bringing-in';

/** How one kind of export is made. `told`: who may learn that she asked for it. */
export interface HowTo { readonly name: string; readonly steps: string; readonly told: string | null }

/** The first step of bringing something in, as it is said at the place where she began. Whatever is in what she chooses is found all the same. */
export interface BringingInAt { readonly title: string; readonly how: string; readonly howTitle: string; readonly hows: Readonly<Record<string, HowTo>> }

const takeoutTold = 'Google sends an e-mail to the account. Anyone who reads it, or is signed in to the account, may see that you asked.';

const mail: BringingInAt = {
  title: 'Bring in e-mail',
  how: 'Choose an e-mail that was saved as a file (.eml, .emlx or .msg), a mailbox (.mbox), a zip or a whole folder. Tidemark first shows you what is in it, and you choose which e-mails are kept. Nothing that an e-mail would load from elsewhere is loaded.',
  howTitle: 'How to get e-mail out of…',
  hows: {
    gmail: { name: 'Gmail', steps: 'For one e-mail, open it in a browser, choose the three dots, Download message. For all of it, on takeout.google.com choose only Mail, and a .zip file. Choose that zip here.', told: takeoutTold },
    outlook: { name: 'Outlook', steps: 'In Outlook on a computer, drag the e-mails to a folder, or open one and choose File, Save as. Each becomes a .msg or .eml file. Choose the folder here. A data file (.pst) cannot be read here: somebody who knows computers can make .eml files of it.', told: null },
    'apple-mail': { name: 'Mail on a Mac', steps: 'For one e-mail, choose File, Save as, and as format “Raw Message Source”. For all of it, choose Mailbox, Export Mailbox, and choose here the folder that it makes.', told: null },
    thunderbird: { name: 'Thunderbird', steps: 'Choose the e-mails, then Save as, and a folder. Each becomes an .eml file. Choose the folder here.', told: null },
    other: { name: 'Anything else', steps: 'Look in the menu of an open e-mail for Save as, Download, or Show original. Do not forward it to yourself: what arrives is a new e-mail, without the lines that say how the first one came.', told: null },
  },
};

const locations: BringingInAt = {
  title: 'Bring in a location history',
  how: 'Choose the Timeline file of a phone, or what Google Takeout gave you: a file, a zip or a whole folder. Tidemark first shows you what is in it. It may show where you live now.',
  howTitle: 'How to get a location history out of…',
  hows: {
    android: { name: 'An Android phone', steps: 'In the phone’s settings, choose Location, Location services, Timeline, Export Timeline data. It saves a file Timeline.json. Bring it to this computer.', told: null },
    iphone: { name: 'Google Maps on an iPhone', steps: 'In Google Maps, choose your picture, Settings, Personal content, Export Timeline data. It makes a file location-history.json. Save it and bring it to this computer.', told: null },
    takeout: { name: 'Google Takeout', steps: 'Histories that were kept with Google until 2024 are in an export that was made then. Choose its zip here. What is on a phone today is not in a Takeout: export it on the phone.', told: takeoutTold },
  },
};

/** By the place where she began. */
export const bringingInAt = { messages: bringingIn, mail, locations } satisfies Record<string, BringingInAt>;
export type BringingInPlace = keyof typeof bringingInAt;
