import { exhibitName } from '../../../shared/layouts/exhibit-name';
import type { InSeveralFiles } from '../../../shared/model/export';
import type { ExportPlan } from '../../../shared/model/export-plan';
import { labelOf } from '../../../shared/model/page-numbering';
import type { BuiltPages } from './build-export';

/** As which files it will leave, for her to see before; null: as one. */
export function toldFiles({ fileMB, exhibits }: Pick<ExportPlan, 'fileMB' | 'exhibits'>, { inFiles, numbering }: Pick<BuiltPages, 'inFiles' | 'numbering'>): InSeveralFiles | null {
  if (inFiles === null || fileMB === undefined) return null;
  const { cut, bytesOf, alone } = inFiles;
  return {
    mostMB: fileMB,
    alone: exhibits.filter(({ mark }) => alone.includes(mark)).map((exhibit) => ({ mark: exhibit.mark, name: exhibitName(exhibit) })),
    parts: cut.parts.map(({ from, to }, index) => ({ first: labelOf(numbering, index === 0 ? 0 : from), last: labelOf(numbering, to - 1), sizeBytes: bytesOf[index] ?? 1 })),
  };
}
