import { foldName } from '../text/fold-name';

/** Whether two names are of one body: `perhaps` where the names alone do not say. */
export type SameBody = 'same' | 'perhaps' | 'another';

/** What a body is, by a word of its name: names of two kinds are two bodies, wherever they are. */
const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['police', /\b(police|constabulary|psd|professional standards)\b/g],
  ['court', /\b(courts?|tribunal)\b/g],
  ['council', /\b(council|borough|social services|children s services)\b/g],
  ['health', /\b(nhs|hospital|surgery|clinic|walk in centre|practice|ambulance|doctors?|gp)\b/g],
  ['school', /\b(school|college|university|nursery)\b/g],
  ['oversight', /\b(iopc|independent office|ombudsman|crime commissioner|pcc|information commissioner|ico)\b/g],
  ['prosecution', /\b(cps|prosecution)\b/g],
  ['bank', /\b(bank|building society)\b/g],
];

/** Parts of a body that are none by themselves. */
const departments = /\b(professional standards( department)?|psd|department|dept|custody( suite)?|disclosure( unit| team)?|information (management|governance|access|rights)( unit| team)?|data protection( unit| team| officer)?|legal (services|department)|public protection( unit)?|complaints( department| team)?|records|control room|station|headquarters|front desk|service|unit|team|office|the|of|at|and)\b/g;

const rank: Readonly<Record<SameBody, number>> = { same: 0, perhaps: 1, another: 2 };

/** Holds every name of one against every name of the other: "Professional Standards, Northmoor Police" is Northmoor Police. Anything else would keep a thing off the list of what they do not name. */
export function sameBody(names: readonly string[], others: readonly string[]): SameBody {
  const found = names.filter(isSaid).flatMap((name) => others.filter(isSaid).map((other) => compare(name, other)));
  return found.toSorted((a, b) => rank[a] - rank[b])[0] ?? 'another';
}

const isSaid = (name: string): boolean => name.trim() !== '';

function compare(one: string, other: string): SameBody {
  const [left, right] = [partsOf(one), partsOf(other)];
  if (left.join(' ') === right.join(' ')) return 'same';
  // The one is named within the other, or both name the same before or after a comma, beside parts that are no body of their own.
  const shared = left.find((part) => right.includes(part) && kindsIn(part).length > 0 && coreOf(part).length > 0);
  if (shared !== undefined && [...left, ...right].every((part) => part === shared || isDepartment(part))) return 'same';
  const [leftKinds, rightKinds] = [kindsIn(left.join(' ')), kindsIn(right.join(' '))];
  const [leftCore, rightCore] = [coreOf(left.join(' ')), coreOf(right.join(' '))];
  if (leftKinds.length > 0 && rightKinds.length > 0) return leftKinds.some((kind) => rightKinds.includes(kind)) && (isWithin(leftCore, rightCore) || isWithin(rightCore, leftCore)) ? 'perhaps' : 'another';
  return leftCore.length > 0 && leftCore.length === rightCore.length && isWithin(leftCore, rightCore) ? 'perhaps' : 'another';
}

/** What stands between commas, folded, without what is in brackets. */
function partsOf(name: string): string[] {
  return name.replace(/\([^)]*\)/g, ' ').split(/[,;:/–—]| - /).map((part) => foldName(part).replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, '')).filter((part) => part !== '');
}

function kindsIn(part: string): string[] {
  return kinds.filter(([, words]) => part.search(words) >= 0).map(([kind]) => kind);
}

/** What is left of a name without what kind of body it is: the place, or what it is called after. */
function coreOf(part: string): string[] {
  return kinds.reduce((rest, [, words]) => rest.replace(words, ' '), part.replace(departments, ' ')).split(' ').filter((word) => word !== '');
}

const isDepartment = (part: string): boolean => part.replace(departments, ' ').trim() === '';

function isWithin(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word) => others.includes(word));
}
