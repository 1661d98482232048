import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SweepReport } from '../../shared/model/sweep';
import { runInElectron } from '../proving/in-electron';
import type { Proof } from '../proving/proof';

const fact = { id: 'a'.repeat(32), kind: 'address', text: '14 Harbour Road, EM4 7QT', alsoWritten: [], firstRecordedUtc: '2026-01-01T00:00:00.000Z' };
/** Written as long as the other, with nothing of it. */
const other = '92 Oak Tree Lane, LS1 4AP';

interface Found { places: { name: string; path: string; sizeBytes: number }[]; found: SweepReport; clean: SweepReport; ms: number }

export const proof: Proof = {
  catches: 'a protected address that goes out unseen: hidden in text, letters set one by one, metadata, notes, fields, layers, attachments, earlier versions, pixels, photographs’ data, file names, mail, web pages, office files, archives; or one that is seen where it is not',
  breaks: 'lists another address than the one that was hidden',
  drivesProgram: true,
  async run(context) {
    const { isSmall, isBroken, say } = context;
    const folder = await runInElectron(context, 'sweep', { fact, planted: fact.text, other, isSmall, isBroken });
    const { places, found, clean, ms } = JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8')) as Found;
    const failures: string[] = [];
    for (const { name, path } of places) {
      const hits = found.hits.filter(({ what, place }) => what === 'fact' && place.file[0] === path);
      say(`${name}: ${hits.map(({ place, sureness }) => `${place.where} ${place.name}${place.page === null ? '' : `page ${place.page}`} (${sureness})`).join(', ') || 'nothing'}`);
      if (hits.length === 0) failures.push(`not found: ${name}`);
    }
    for (const { what, place, shown } of clean.hits) failures.push(`found where it is not: ${what} in ${place.file.join(' › ')} (${shown.found})`);
    return { ok: failures.length === 0, failures, figures: { places: places.length, found: places.length - failures.filter((one) => one.startsWith('not found')).length, falseFinds: clean.hits.length, files: found.files, texts: found.texts, picturesRead: found.picturesRead, kilobytes: Math.round(places.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / 1024), seconds: Math.round(ms / 100) / 10 } };
  },
};
