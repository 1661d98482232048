import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packAsar } from './asar.mjs';
import { turnFuses } from './fuses.mjs';
import { extractTarMember } from './tar-member.mjs';
import { unzipMembers } from './zip-members.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-unpack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function tarOf(members: Record<string, Buffer>): Buffer {
  const parts = Object.entries(members).flatMap(([name, bytes]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(bytes.length.toString(8).padStart(11, '0'), 124);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

const sha512Of = (bytes: Buffer) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

test('takes one member out of a package', async () => {
  const wanted = Buffer.alloc(3_000_001, 'w');
  const tgz = gzipSync(tarOf({ 'package/a': Buffer.alloc(512, 'a'), 'package/empty': Buffer.alloc(0), 'package/wanted': wanted, 'package/z': Buffer.from('z') }));
  writeFileSync(join(folder, 'x.tgz'), tgz);
  await extractTarMember(join(folder, 'x.tgz'), 'package/wanted', join(folder, 'out'), sha512Of(tgz));
  expect(readFileSync(join(folder, 'out')).equals(wanted)).toBe(true);
});

test('refuses a package with another checksum, and one without the member', async () => {
  const tgz = gzipSync(tarOf({ 'package/a': Buffer.from('a') }));
  writeFileSync(join(folder, 'x.tgz'), tgz);
  await expect(extractTarMember(join(folder, 'x.tgz'), 'package/a', join(folder, 'out'), sha512Of(Buffer.from('other')))).rejects.toThrow(/not the pinned one/);
  await expect(extractTarMember(join(folder, 'x.tgz'), 'package/b', join(folder, 'out'), sha512Of(tgz))).rejects.toThrow(/package\/b is not in the package/);
});

function zipOf(members: { name: string; bytes: Buffer; mode: number; deflate: boolean; claimedBytes?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, mode, deflate, claimedBytes = bytes.length } of members) {
    const packed = deflate ? deflateRawSync(bytes) : bytes;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(deflate ? 8 : 0, 10);
    entry.writeUInt32LE(crc32 ? crc32(bytes) : 0, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimedBytes, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const cd = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(cd.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, cd, end]);
}

test('unpacks the named members of a zip with their modes, and no other', async () => {
  const program = Buffer.alloc(100_000, 'p');
  const members = [
    { name: 'App/app', bytes: program, mode: 0o100755, deflate: true },
    { name: 'App/data/x.pak', bytes: Buffer.from('data'), mode: 0o100644, deflate: false },
    { name: 'App/../../escape', bytes: Buffer.from('no'), mode: 0o100644, deflate: false },
  ];
  writeFileSync(join(folder, 'x.zip'), zipOf(members));
  await unzipMembers(join(folder, 'x.zip'), join(folder, 'out'), new Map([['app', 'electron'], ['data/x.pak', 'data/x.pak']]), 'App/');
  expect(readFileSync(join(folder, 'out/electron')).equals(program)).toBe(true);
  expect(readFileSync(join(folder, 'out/data/x.pak'), 'utf8')).toBe('data');
  if (process.platform !== 'win32') expect([statSync(join(folder, 'out/electron')).mode & 0o111, statSync(join(folder, 'out/data/x.pak')).mode & 0o111]).toEqual([0o111, 0]);
  await expect(unzipMembers(join(folder, 'x.zip'), join(folder, 'out'), new Map([['absent', 'absent']]), 'App/')).rejects.toThrow(/the zip lacks absent/);
});

test('refuses a member that is not as long as the zip says', async () => {
  writeFileSync(join(folder, 'x.zip'), zipOf([{ name: 'a', bytes: Buffer.from('four'), mode: 0o100644, deflate: true, claimedBytes: 5 }]));
  await expect(unzipMembers(join(folder, 'x.zip'), folder, new Map([['a', 'a']]), '')).rejects.toThrow(/wrong size/);
});

const wire = (fuses: string) => Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, fuses.length]), Buffer.from(fuses)]);

test('turns fuses in place, also where the wire lies across two reads', () => {
  for (const before of [100, (1 << 24) - 10]) {
    const file = join(folder, `program-${before}`);
    writeFileSync(file, Buffer.concat([Buffer.alloc(before), wire('10101010'), Buffer.from('end')]));
    turnFuses(file, { 3: true, 6: false });
    expect(readFileSync(file).subarray(before + 34).toString()).toBe('10111000end');
  }
});

test('refuses a program without a wire, with two, or without the fuse', () => {
  const file = join(folder, 'program');
  writeFileSync(file, Buffer.alloc(100));
  expect(() => turnFuses(file, { 3: true })).toThrow(/found 0/);
  writeFileSync(file, Buffer.concat([wire('1111'), wire('1111')]));
  expect(() => turnFuses(file, { 3: true })).toThrow(/found 2/);
  writeFileSync(file, wire('111'));
  expect(() => turnFuses(file, { 3: true })).toThrow(/no fuse 3/);
});

test('packs an archive whose header says where each file lies', () => {
  const archive = packAsar({ 'a.txt': Buffer.from('first'), 'b.txt': Buffer.from('second') });
  const headerBytes = archive.readUInt32LE(12);
  const { files } = JSON.parse(archive.toString('utf8', 16, 16 + headerBytes));
  const contentAt = 8 + archive.readUInt32LE(4);
  expect(archive.toString('utf8', contentAt + Number(files['b.txt'].offset), contentAt + Number(files['b.txt'].offset) + files['b.txt'].size)).toBe('second');
});
