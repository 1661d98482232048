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
