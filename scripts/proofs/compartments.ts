import { join } from 'node:path';
import { allMarks, withMark, type KnownPlace } from '../../electron/main/settings/remembered-marks';
import { sealedMarkBytes } from '../../shared/vault-protocol/vault-calls';
import { chanceFrom } from '../proving/chance';
import type { Proof } from '../proving/proof';
import { differencesSeen } from './compartments-work/look-alikes';
import { everythingIn, openFirstSlot, openingTimes, slotTimes } from './compartments-work/timing';
import { TwoVaults, type Which } from './compartments-work/two-vaults';

/** A difference that a stopwatch could use: one of the two is slower in more than so many of a hundred pairs, beyond what chance gives. */
const leastSuperiority = { slots: 0.56, opening: 0.62 };
const leastP = 0.001;

export const proof: Proof = {
  catches: 'a second compartment that can be told by the files of a vault just made or first worked in (how many, how large, which are newer), by the time of unlocking, by anything the other or the settings hold, or that is touched by whatever is done in the other',
  breaks: 'the reader of slots stops at the one that opens, so that a compartment in the second half takes longer; and a vault with one record is made without anything in place of the second: each must be found',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, scratch }) {
    const seed = Number(process.env['COMPARTMENTS_SEED'] ?? Math.floor(Math.random() * 1e9));
    const chance = chanceFrom(seed);
    const failures: string[] = [];
    say('folders of vaults with one record and with two, compared');
    const pairs = isSmall ? 3 : 100;
    const { differences, files } = await differencesSeen(scratch, pairs, isBroken ? 'one record, nothing beside it' : 'one record');
    failures.push(...differences);
    const vaults = new TwoVaults(join(scratch, 'vault'), scratch);
    await vaults.make();
    for (const which of [0, 1] as const) {
      await vaults.open(which);
      await vaults.write(which, 'the same in both '.repeat(50));
      await vaults.addFile(which, 50_000);
      await vaults.close();
    }

    say('finding the slot, timed in either half');
    const slots = await slotTimes(vaults, isSmall ? 500 : 20_000, chance, isBroken ? openFirstSlot : undefined);
    if (Math.abs(slots.superiority - 0.5) > leastSuperiority.slots - 0.5 && slots.p < leastP) failures.push(`finding the slot takes ${slots.medians.map((ms) => ms.toFixed(4)).join(' and ')} ms: ${slots.superiority.toFixed(3)} of pairs, p ${slots.p.toExponential(1)}`);
    if (isBroken) {
      const isEachFound = differences.length === pairs * 3 && failures.length > differences.length;
      return { ok: !isEachFound, figures: { differences: differences.length, slotSuperiority: Number(slots.superiority.toFixed(3)), seed }, failures: isEachFound ? [differences[0] ?? '', failures.at(-1) ?? ''] : [] };
    }
    say('opening, timed in either compartment');
    const opening = await openingTimes(vaults, isSmall ? 15 : 400, chance);
    if (Math.abs(opening.superiority - 0.5) > leastSuperiority.opening - 0.5 && opening.p < leastP) failures.push(`opening takes ${opening.medians.map((ms) => ms.toFixed(1)).join(' and ')} ms: ${opening.superiority.toFixed(3)} of pairs, p ${opening.p.toExponential(1)}`);

    const sittings = isSmall ? 2 : 60;
    let untouched = 0;
    let known: readonly KnownPlace[] = [];
    for (let n = 0; n < sittings; n += 1) {
      const mine: Which = n % 2 === 0 ? 0 : 1;
      const theirs: Which = mine === 0 ? 1 : 0;
      const before = await vaults.ownedBy(theirs);
      await vaults.sitting(mine, chance);
      const after = await vaults.ownedBy(theirs);
      for (const [name, digest] of before) if (after.get(name) !== digest) failures.push(`sitting ${n}: ${after.has(name) ? 'changed' : 'gone'} of the other: ${name.startsWith('head') ? name : 'an object'}`);
      if (after.size !== before.size) failures.push(`sitting ${n}: the other owns ${after.size} things, and owned ${before.size}`);
      else untouched += before.size;
      await vaults.open(mine);
      known = withMark(known, { place: 'home', ...(await vaults.mark()) });
      await vaults.close();
      if (n % 10 === 9) say(`${n + 1} sittings`);
    }

    let traces = 0;
    for (const which of [0, 1] as const) {
      const text = await everythingIn(vaults, which);
      for (const trace of await vaults.tracesOf(which === 0 ? 1 : 0)) {
        traces += 1;
        if (text.includes(trace)) failures.push(`the record of one holds of the other: ${trace.length === 32 ? 'the name of an object' : trace}`);
      }
    }
    // As many marks, and as long, as of a vault with one compartment; and each finds its own among them.
    if (known.length !== 1 || allMarks(known).some((mark) => mark.length !== sealedMarkBytes)) failures.push('the settings hold another number of marks, or longer ones');

    const figures = {
      slotMediansMs: slots.medians.map((ms) => ms.toFixed(4)).join(' / '), slotSuperiority: Number(slots.superiority.toFixed(3)), slotP: Number(slots.p.toPrecision(2)), slotTimes: slots.times,
      openingMediansMs: opening.medians.map((ms) => ms.toFixed(1)).join(' / '), openingSuperiority: Number(opening.superiority.toFixed(3)), openingP: Number(opening.p.toPrecision(2)), openingTimes: opening.times,
      foldersCompared: pairs * 3, filesCompared: files, sittings, thingsUntouched: untouched, tracesLookedFor: traces, seed,
    };
    return { ok: failures.length === 0, figures, failures: failures.slice(0, 20) };
  },
};
