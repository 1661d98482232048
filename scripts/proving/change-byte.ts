import { open } from 'node:fs/promises';

/** Changes one byte of a file in the bits of `mask`; the same again takes it back. */
export async function changeByte(path: string, at: number, mask: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const byte = new Uint8Array(1);
    await file.read(byte, 0, 1, at);
    byte[0] = (byte[0] ?? 0) ^ mask;
    await file.write(byte, 0, 1, at);
  } finally {
    await file.close();
  }
}
