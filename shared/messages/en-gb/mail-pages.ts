/** An e-mail in print. */
export const mailPages = {
  what: 'E-mail',
  from: 'From', sender: 'Sent by', replyTo: 'Answers go to', to: 'To', cc: 'Copy to', bcc: 'Hidden copy to', subject: 'Subject', noSubject: 'No subject', date: 'Date', noDate: 'None',
  dateClaim: 'by the sender’s computer; not checked', written: 'as written:',
  sourceTitle: 'Where it stands', within: 'Within it', place: 'Place', bytes: (first: string, last: string) => `bytes ${first} to ${last} of the file`, packed: '(of what it is packed in)',
  textTitle: 'Text', attachmentsTitle: 'Attached files', noName: 'without a name',
  remoteTitle: 'What it would have loaded', remote: (count: string, tracking: string) => `Opened in an e-mail program, this e-mail would have fetched ${count} from elsewhere. Nothing was fetched. ${tracking} like tracking: fetching it can tell the sender when and where the e-mail was read. Any other picture could do the same.`,
  tracking: 'Looks like tracking:', remoteMore: (count: string) => `And ${count} more, in the file.`,
  findingsTitle: 'What is noteworthy',
  claimsTitle: 'Other times', claimsNote: 'Each is the claim of whoever wrote it. The lines of servers that stand lowest can be forged by the sender.',
  headersTitle: 'Headers', headersNote: 'Every line as it stands in the file.',
};
