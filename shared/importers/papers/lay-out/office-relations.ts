import type { PaperPackage } from '../package-parts';
import { elementsOf } from '../xml-words';
import type { Relation } from './docx-pictures';

/** The relations of a part, by their ids; targets as paths within the package. */
export async function relationsOf(paper: PaperPackage, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!paper.names.includes(name)) return new Map();
  return new Map(elementsOf(await paper.read(name), new Set(['Relationship']), 20_000).map(({ attributes }): [string, Relation] => {
    const target = attributes['Target'] ?? '';
    const isElsewhere = attributes['TargetMode'] === 'External';
    return [attributes['Id'] ?? '', { target: isElsewhere ? target : pathFrom(folder, target), isElsewhere, type: attributes['Type'] ?? '' }];
  }));
}

function pathFrom(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
