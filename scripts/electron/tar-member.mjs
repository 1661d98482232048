import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const BLOCK = 512;

/** Splits a tar stream (POSIX ustar) into members and passes the bytes of one of them on. */
class MemberSink extends Writable {
  complete = false;
  #header = Buffer.alloc(0);
  #left = -1;
  #padding = 0;
  #isWanted = false;

  /**
   * @param {string} member
   * @param {(bytes: Buffer) => void} onBytes
   */
  constructor(member, onBytes) {
    super({ highWaterMark: 1 << 20 });
    this.member = member;
    this.onBytes = onBytes;
  }

  /** @override */
  _write(chunk, _encoding, done) {
    try {
      for (let at = 0; at < chunk.length; ) at += this.#take(chunk.subarray(at));
      done();
    } catch (error) {
      done(error);
    }
  }

  /** Consumes the front of `bytes`; returns how many. */
  #take(bytes) {
    if (this.#left < 0) {
      const part = bytes.subarray(0, BLOCK - this.#header.length);
      this.#header = Buffer.concat([this.#header, part]);
      if (this.#header.length === BLOCK) this.#startMember();
      return part.length;
    }
    if (this.#left > 0) {
      const part = bytes.subarray(0, this.#left);
      if (this.#isWanted) this.onBytes(part);
      this.#left -= part.length;
      if (this.#left === 0) this.complete ||= this.#isWanted;
      this.#endMember();
      return part.length;
    }
    const skipped = Math.min(this.#padding, bytes.length);
    this.#padding -= skipped;
    this.#endMember();
    return skipped;
  }

  #startMember() {
    const text = (from, to) => this.#header.toString('latin1', from, to).replace(/\0.*$/s, '');
    this.#isWanted = text(0, 100) === this.member;
    this.#left = Number.parseInt(text(124, 136), 8) || 0;
    this.#padding = (BLOCK - (this.#left % BLOCK)) % BLOCK;
    this.#header = Buffer.alloc(0);
    this.#endMember();
  }

  #endMember() {
    if (this.#left === 0 && this.#padding === 0) this.#left = -1;
  }
}

/**
 * Writes one member of a .tgz to a file, checking the whole package's sha512 in the same pass.
 * @param {string} tgz
 * @param {string} member its name in the package
 * @param {string} file where to write it; not to be used when this throws
 * @param {string} integrity `sha512-<base64>` of the .tgz (Subresource Integrity notation)
 */
export async function extractTarMember(tgz, member, file, integrity) {
  const hash = createHash('sha512');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = openSync(file, 'w');
  const sink = new MemberSink(member, (bytes) => writeSync(target, bytes));
  try {
    await pipeline(createReadStream(tgz, { highWaterMark: 1 << 20 }), hashing, createGunzip({ chunkSize: 1 << 20 }), sink);
  } finally {
    closeSync(target);
  }
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) throw new Error(`the package's checksum is ${found}, not the pinned one`);
  if (!sink.complete) throw new Error(`${member} is not in the package`);
}
