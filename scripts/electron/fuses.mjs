import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * Electron's fuse wire: a sentinel inside the program, then a version byte, a length byte and one of '0', '1' or 'r' (removed)
 * for each fuse. https://www.electronjs.org/docs/latest/tutorial/fuses
 */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const WIRE_VERSION = 1;
const STEP = 1 << 24;

/** The places on the wire of the fuses that we turn. */
export const fuse = { nodeCliInspect: 3, loadBrowserProcessSpecificV8Snapshot: 6 };

/**
 * Turns fuses in an Electron program, in place. Throws unless the program has exactly one wire that holds them all.
 * @param {string} program
 * @param {Record<number, boolean>} states place on the wire → on or off
 */
export function turnFuses(program, states) {
  const file = openSync(program, 'r+');
  try {
    const wires = findWires(file);
    const wire = wires[0];
    if (wires.length !== 1 || !wire) throw new Error(`expected one fuse wire in Electron, found ${wires.length}`);
    if (wire.version !== WIRE_VERSION) throw new Error(`Electron's fuse wire has the unknown version ${wire.version}`);
    for (const [place, isOn] of Object.entries(states)) {
      if (Number(place) >= wire.length) throw new Error(`this Electron has no fuse ${place}`);
      writeSync(file, Buffer.from(isOn ? '1' : '0'), 0, 1, wire.fusesAt + Number(place));
    }
  } finally {
    closeSync(file);
  }
}

/** @param {number} file */
function findWires(file) {
  const { size } = fstatSync(file);
  const window = Buffer.alloc(STEP + SENTINEL.length + 2);
  const wires = [];
  for (let offset = 0; offset < size; offset += STEP) {
    const bytes = window.subarray(0, readSync(file, window, 0, window.length, offset));
    for (let at = bytes.indexOf(SENTINEL); at >= 0 && at < STEP; at = bytes.indexOf(SENTINEL, at + 1)) {
      const after = at + SENTINEL.length;
      wires.push({ version: bytes[after], length: bytes[after + 1] ?? 0, fusesAt: offset + after + 2 });
    }
  }
  return wires;
}
