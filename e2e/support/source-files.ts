/** CRC-32 (ISO-HDLC) of some bytes, as ZIP files carry it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A ZIP archive (APPNOTE 6.3) with its entries stored as they are; names in UTF-8. */
export function makeZip(entries: readonly { name: string; bytes: Uint8Array }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const written = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(0x6e21, 6);
    shared.writeUInt16LE(0x5863, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(written.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, written, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, written]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A chat as WhatsApp on Android writes it (24 hours), every day of it readable in two orders. */
export const androidChat = [
  '04/03/2019, 08:00 - Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them.',
  '04/03/2019, 08:01 - Mark: Where are you',
  '04/03/2019, 08:03 - Anna: On my way home',
  'ten minutes',
  '04/03/2019, 08:05 - Mark: I know the sergeant on duty. No one will believe you 😀',
  '04/03/2019, 08:09 - Mark: IMG-20190304-WA0001.jpg (file attached)',
  '05/03/2019, 21:40 - Anna: لا أريد أن أتحدث',
  '05/03/2019, 21:44 - Mark: <Media omitted>',
  '06/03/2019, 07:12 - Anna: Please stop',
  '',
].join('\n');

const sms = (address: string, name: string, epochMs: number, type: 1 | 2 | 5, body: string): string =>
  `  <sms protocol="0" address="${address}" date="${epochMs}" type="${type}" subject="null" body="${body}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="0" sub_id="-1" readable_date="" contact_name="${name}" />`;
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A phone's texts as SMS Backup & Restore writes them: three people, a picture, one that failed, and both hours of the night of 27 October 2024. */
export const smsBackup = [
  "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>", '<smses count="6" backup_set="97e66a20-362b-4ecb-a020-e02d9304e99e" backup_date="1730455200000" type="full">',
  sms('+447700900456', 'Mum', 1729900000000, 1, 'I made a casserole'),
  sms('+447700900123', 'Craig', 1729989000000, 1, 'The first time round'),
  sms('+447700900123', 'Craig', 1729992600000, 1, 'The second time round'),
  sms('+447700900123', 'Craig', 1729999000000, 5, 'Stop it'),
  sms('+447700900789', 'School office', 1730100000000, 1, 'Term dates'),
  `  <mms date="1730000000000" rr="129" sub="null" ct_t="application/vnd.wap.multipart.related" seen="1" msg_box="1" address="+447700900123" text_only="0" m_id="null" read="1" sub_id="1" m_type="132" readable_date="" contact_name="Craig"><parts><part seq="0" ct="image/png" name="picture.png" chset="null" cd="null" fn="null" cid="null" cl="null" ctt_s="null" ctt_t="null" text="null" data="${onePixel}" /></parts><addrs><addr address="+447700900123" type="137" charset="106" /></addrs></mms>`,
  '</smses>', '',
].join('\n');

const phoneCall = (epochMs: number, type: 2 | 3, seconds: number): string => `  <call number="+447700900123" duration="${seconds}" date="${epochMs}" type="${type}" presentation="1" subscription_id="null" post_dial_digits="" subscription_component_name="null" readable_date="" contact_name="Craig" />`;

/** The same phone's list of calls. */
export const smsCalls = ["<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>", '<calls count="2" backup_set="dab7db64" backup_date="1730455200000" type="full">', phoneCall(1729985000000, 3, 0), phoneCall(1729986000000, 2, 250), '</calls>', ''].join('\n');
