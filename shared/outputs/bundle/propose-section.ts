import { exhibitName } from '../../layouts/exhibit-name';
import type { BundleSectionName } from '../../model/bundle';
import type { PlannedExhibit } from '../../model/export-plan';
import type { BundleProfile } from './profiles';

/** Words in the name of a document that tell what kind of paper it is; the first that fits. What is only called like one (a bank's statement, a police report) is evidence like any other. */
const tellingWords: readonly (readonly [BundleSectionName, RegExp, RegExp | null])[] = [
  ['preliminary', /\b(?:case summary|position statement|statement of issues|skeleton argument|reading list|scott schedule|schedule of allegations)\b/iu, null],
  ['care-plans', /\bcare plan\b/iu, null],
  ['reports', /\b(?:expert(?:['’]s|s['’]?)? report|cafcass|section 7 report|section 37 report|safeguarding letter|psychological report|medical report|dr['’]?s report)\b/iu, null],
  ['statements', /\b(?:witness statement|statement of [\p{L}]|affidavit|section 9 statement|statement)\b/iu, /\b(?:bank|account|mortgage|credit|card|pension|tax|position)\b/iu],
  ['applications', /\b(?:application|c100|c1a|c2|fl401|form [ade]\d?|n1|n244|non-molestation|occupation order|prohibited steps|child arrangements|court order|sealed order|order of|directions order|order)\b/iu, /\b(?:standing order|postal order|order (?:confirmation|number|no)|delivery|purchase|delete|deletion)\b/iu],
];

/** In which section of a bundle an exhibit most likely belongs: told by its name alone, so it is a proposal for her to change. Messages, mail, pictures and recordings are evidence. */
export function proposeSection(profile: Pick<BundleProfile, 'sections' | 'otherwise'>, exhibit: PlannedExhibit): BundleSectionName {
  if (exhibit.thing.kind !== 'document' || (exhibit.thing.document.form !== 'pdf' && exhibit.thing.document.form !== 'other')) return profile.otherwise;
  const name = exhibitName(exhibit).replace(/[_.]+/g, ' ');
  const told = tellingWords.find(([section, words, unless]) => profile.sections.includes(section) && words.test(name) && unless?.test(name) !== true);
  return told?.[0] ?? profile.otherwise;
}
