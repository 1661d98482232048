/**
 * A flat asar archive: Chromium-pickled JSON header (four little-endian lengths), then the files' bytes one after another.
 * https://github.com/electron/asar#format
 * @param {Record<string, Buffer>} files name → bytes; names without folders
 */
export function packAsar(files) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const listed = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    listed[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const json = Buffer.from(JSON.stringify({ files: listed }));
  const padding = (4 - (json.length % 4)) % 4;
  const lengths = Buffer.alloc(16);
  lengths.writeUInt32LE(4, 0);
  lengths.writeUInt32LE(json.length + padding + 8, 4);
  lengths.writeUInt32LE(json.length + padding + 4, 8);
  lengths.writeUInt32LE(json.length, 12);
  return Buffer.concat([lengths, json, Buffer.alloc(padding), ...Object.values(files)]);
}
