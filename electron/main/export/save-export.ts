import { pagesCase } from '../../../shared/messages/en-gb/pages-case';
import type { PlannedBundle } from '../../../shared/model/bundle';
import type { CasePageName } from '../../../shared/model/case/case-page';
import type { MadeAs } from '../../../shared/model/output';
import { fileNames } from '../../../shared/messages/en-gb/outputs';
import { saveWhole } from '../files/save-whole';
import { fileKinds } from './output-file';

/** A name for the file from the case's short name: letters of any script, digits and hyphens; never a path. */
export function suggestName(caseName: string, { output, format }: MadeAs): string {
  const made = fileNames[output];
  return `${bareName(caseName) || `${made.slice(0, 1).toUpperCase()}${made.slice(1)}`}-${made}.${fileKinds[format].extension}`;
}

/** The name of a court's bundle: the case's short name, the bundle's letter, the day of the hearing. */
export function suggestBundleName(caseName: string, { letter, hearingDay }: Pick<PlannedBundle, 'letter' | 'hearingDay'>): string {
  return `${[bareName(caseName), 'bundle', letter, hearingDay].filter((part) => part !== '').join('-')}.pdf`;
}

/** The name of an evidence bag: of its folder, or of its archive without the ending. */
export function suggestBagName(caseName: string): string {
  return `${bareName(caseName) || 'Case'}-evidence`;
}

/** The same of a page of the case, from its short name and the page's own. */
export function suggestPageName(caseName: string, page: CasePageName): string {
  return [bareName(caseName), `${bareName(pagesCase.names[page]).toLowerCase()}.pdf`].filter((part) => part !== '').join('-');
}

function bareName(name: string): string {
  return name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 80);
}

/**
 * Writes the bytes where she chose, whole or not at all. `record` is told the name and the SHA-256 before the file appears: exhibit marks are issued
 * before anybody can read them. Refuses `disk-full`, `folder-unwritable`, `place-gone`, `cannot-save` and what `record` refuses; nothing is left behind then.
 */
export function saveExport<R>(bytes: Uint8Array, chosen: string, record: (saved: { fileName: string; sha256: string }) => Promise<R>): Promise<R> {
  return saveWhole([bytes], chosen, record);
}
