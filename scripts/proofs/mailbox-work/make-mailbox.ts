import { closeSync, openSync, writeSync } from 'node:fs';

/** Who writes one mail in so many; everybody else's are left where they are. */
export const his = 'dan@example.org';
const hisEvery = 50;
const pictureBytes = 150_000;

/** A mailbox of at least so many bytes: most of it pictures in base64, as mailboxes are, and HTML that would load things. Returns how many mails it holds, and how many of them are his. */
export function makeMailbox(path: string, bytes: number): { mails: number; his: number; sizeBytes: number } {
  const file = openSync(path, 'w');
  const line = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3OD'.slice(0, 76);
  const picture = `${line}\n`.repeat(Math.ceil(pictureBytes / 77));
  let [size, mails, ofHim] = [0, 0, 0];
  while (size < bytes) {
    const isHis = mails % hisEvery === 0;
    // Each picture is another file: its first bytes say which.
    const own = Buffer.from(`picture number ${String(mails).padStart(12, '0')}`).toString('base64');
    const day = new Date(Date.UTC(2015, 0, 1) + mails * 3_600_000).toUTCString().replace('GMT', '+0000');
    size += writeSync(file, `From mailbox@example.org Thu Jan 01 00:00:00 2015\nMessage-ID: <m${mails}@example.org>\nFrom: ${isHis ? `Dan <${his}>` : `List ${mails % 97} <list${mails % 97}@lists.example>`}\nTo: mara@example.org\nSubject: Number ${mails}\nDate: ${day}\n` +
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>Words of mail ${mails}.</p>${'<img src="https://cdn.example/i.png">'.repeat(20)}\n--b\nContent-Type: image/png; name=p.png\nContent-Disposition: attachment; filename=p${mails}.png\nContent-Transfer-Encoding: base64\n\n${own}\n${picture}--b--\n\n`);
    mails += 1;
    if (isHis) ofHim += 1;
  }
  closeSync(file);
  return { mails, his: ofHim, sizeBytes: size };
}
