/** A known way in which an opened mail is told to somebody. `host`: the end of the host's name, '' for any; `path`: what the path and query hold. */
interface KnownForm {
  readonly name: string;
  readonly host: string;
  readonly path: string;
}

/** First those that a single person uses to see when and where a mail was read, then senders of many mails. Hosts and paths as observed by MailTrackerBlocker (Source/MTBBlockedMessage.m). */
const forms: readonly KnownForm[] = [
  ['Mailtrack', 'mailtrack.io', '/trace'], ['Mailtrack', 'mltrk.io', '/pixel'], ['Yesware', 'yesware.com', '/t'], ['Streak', 'mailfoogae.appspot.com', ''], ['Boomerang', 'mailstat.us', '/tr'],
  ['Superhuman', 'r.superhuman.com', ''], ['Mailspring', 'getmailspring.com', '/open'], ['GetNotify', 'email81.com', '/case'], ['ReadNotify', 'readnotify.com', ''], ['DidTheyReadIt', 'xpostmail.com', ''],
  ['Bananatag', 'bl-1.com', ''], ['Mixmax', 'email.mixmax.com', ''], ['Mixmax', 'track.mixmax.com', ''], ['Mixmax', 'mixmax.com', '/api/track'], ['Polymail', 'polymail.io', ''], ['Canary', 'canarymail.io', '/track'],
  ['GMass', 'gmtrack.net', ''], ['GMass', 'gmreg5.net', ''], ['Gmelius', 'gml.email', ''], ['cloudHQ', 'cloudhq.io', '/mail_track'], ['cloudHQ', 'cloudhq-mkt.net', '/mail_track'], ['ContactMonkey', 'contactmonkey.com', '/api/v1/tracker'],
  ['Cirrus Insight', 'tracking.cirrusinsight.com', ''], ['Mailbutler', 'bowtie.mailbutler.io', '/tracking'], ['Mailbird', 'tracking.getmailbird.com', ''], ['MailTag', 'mailtag.io', '/email-event'], ['Sidekick', 'track.getsidekick.com', ''],
  ['YAMM', 'yamm-track.appspot.com', ''], ['Newton', 'tr.cloudmagic.com', ''], ['Trackapp', 'trackapp.io', ''], ['SalesHandy', 'saleshandy.com', '/countopened'], ['Email Tracker', 'my-email-signature.link', ''],
  ['Nylas', 'api.nylas.com', '/open'], ['Grabify', 'grabify.link', ''], ['IPLogger', 'iplogger.org', ''], ['IPLogger', 'iplogger.com', ''], ['IPLogger', '2no.co', ''], ['IPLogger', 'yip.su', ''], ['Canarytokens', 'canarytokens.com', ''],
  ['Canarytokens', 'canarytokens.org', ''], ['Webhook.site', 'webhook.site', ''],
  ['Mailchimp', 'list-manage.com', '/track/open'], ['Mandrill', 'mandrillapp.com', '/track/open'], ['SendGrid', '', '/wf/open'], ['SendGrid', 'sendgrid.net', '/ss/o'], ['Amazon SES', 'awstrack.me', '/I0/'], ['Mailgun', '', '/o/eJ'],
  ['Mailjet', 'mjt.lu', '/oo'], ['HubSpot', '', '/e3t/Bto/'], ['HubSpot', '', '/e3t/Cto/'], ['HubSpot', '', '/e2t/o/'], ['HubSpot', 'hubspotlinks.com', ''], ['HubSpot', 'sidekickopen', ''], ['Campaign Monitor', 'createsend.com', ''],
  ['Campaign Monitor', 'cmail19.com', ''], ['Campaign Monitor', 'cmail20.com', ''], ['ActiveCampaign', '', '/lt.php'], ['Constant Contact', 'rs6.net', '/on.jsp'], ['Customer.io', 'customeriomail.com', '/e/o'], ['Customer.io', 'track.customer.io', '/e/o'],
  ['Salesforce', 'exct.net', '/open.aspx'], ['Salesforce', 'exacttarget.com', '/pixel.gif'], ['Pardot', 'pardot.com', '/r/'], ['Marketo', '', '/trk?t=1&mid='], ['Intercom', 'via.intercom.io', '/o'], ['Klaviyo', 'trk.klaviyomail.com', ''],
  ['Postmark', 'pstmrk.it', '/open'], ['Litmus', 'emltrk.com', ''], ['Email on Acid', 'eoapxl.com', ''], ['Substack', 'substack.com', '/o/'], ['Zoho', 'maillist-manage.com', '/clicks/'], ['Brevo', 'sendibt', '/tr/op/'], ['Infusionsoft', 'infusionsoft.com', '/app/emailOpened'],
  ['GovDelivery', 'govdelivery.com', '/track'], ['Google Analytics', 'google-analytics.com', '/collect'], ['DoubleClick', 'ad.doubleclick.net', '/ddm/ad'], ['Facebook', 'facebook.com', '/email_open_log_pic.php'], ['GitHub', 'github.com', '/notifications/beacon/'],
  ['LinkedIn', 'linkedin.com', '/emimp/'], ['Dotdigital', 'trackedlink.net', ''], ['Dotdigital', 'dmtrk.net', ''], ['GetResponse', '', '/open.html?x='], ['phpList', '', '/ut.php?u='], ['Acoustic', '', '/open/log/'], ['AWeber', 'openrate.aweber.com', ''],
].map(([name, host, path]) => ({ name: name ?? '', host: host ?? '', path: path ?? '' }));

/** Whose known form an image's address has; '' where none. `url` as written, `host` in lower case. */
export function knownTracker(url: string, host: string): string {
  const afterHost = url.slice(Math.max(0, url.toLowerCase().indexOf(host)) + host.length);
  for (const { name, host: end, path } of forms) {
    const isHost = end === '' || host === end || host.endsWith(`.${end}`) || (!end.includes('.') && host.includes(end));
    if (isHost && (path === '' || afterHost.includes(path))) return name;
  }
  return '';
}

/** Whether an address holds somebody's mail address: as it is, percent-encoded, in hexadecimal or in base64. `people` in lower case. */
export function namesSomebody(url: string, people: readonly string[]): boolean {
  const lower = url.toLowerCase();
  for (const person of people) {
    if (person.length < 6 || !person.includes('@')) continue;
    const hex = [...person].map((character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
    if ([person, person.replace('@', '%40'), hex].some((form) => lower.includes(form))) return true;
    // Base64 of the address alone, without the padding and what depends on what follows.
    const encoded = base64Of(person);
    if (url.includes(encoded.slice(0, Math.floor((person.length * 8) / 6)))) return true;
  }
  return false;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64Of(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 3) {
    const three = ((text.charCodeAt(at) & 255) << 16) | ((text.charCodeAt(at + 1) & 255) << 8) | (text.charCodeAt(at + 2) & 255);
    for (let shift = 18; shift >= 0; shift -= 6) out += alphabet[(three >> shift) & 63];
  }
  return out;
}
