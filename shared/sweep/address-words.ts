/** Short and long forms of one word, in addresses and in names of schools and places of work; the first is how it is compared. “St” is both street and saint: they are one here. */
const forms: readonly (readonly string[])[] = [
  ['st', 'street', 'str', 'saint'], ['rd', 'road'], ['ave', 'avenue', 'av', 'avn'], ['ln', 'lane'], ['cl', 'close', 'clo'], ['ct', 'court', 'crt'], ['dr', 'drive', 'drv', 'doctor'], ['cres', 'crescent', 'cresc'],
  ['gdns', 'gardens', 'gdn', 'garden', 'gdens'], ['pl', 'place', 'plc'], ['sq', 'square'], ['ter', 'terrace', 'terr'], ['gr', 'grove', 'grv'], ['wlk', 'walk'], ['pk', 'park'], ['hse', 'house'], ['bldg', 'building', 'bldgs', 'buildings'],
  ['flat', 'apartment', 'apt', 'unit', 'flt'], ['mt', 'mount'], ['ctr', 'centre', 'center', 'cntr'], ['hosp', 'hospital'], ['sch', 'school'], ['prim', 'primary'], ['jnr', 'junior', 'jr'], ['inf', 'infants', 'infant'],
  ['ltd', 'limited'], ['lodge', 'ldg'], ['est', 'estate'], ['grn', 'green'], ['blvd', 'boulevard'], ['pde', 'parade'],
];
const shortOf = new Map(forms.flatMap((all) => all.map((form) => [form, all[0] ?? form] as const)));

/** A folded word as it is compared. */
export const oneForm = (word: string): string => shortOf.get(word) ?? word;

/** What the name of a street ends with, as it is compared; the Welsh ones begin it. */
const ofStreets = new Set(['st', 'rd', 'ave', 'ln', 'cl', 'ct', 'dr', 'cres', 'gdns', 'pl', 'sq', 'ter', 'gr', 'wlk', 'way', 'row', 'mews', 'rise', 'view', 'hill', 'vale', 'grn', 'pde', 'quay', 'wharf', 'yard', 'blvd', 'broadway', 'pk', 'drove', 'croft', 'heol', 'ffordd', 'stryd', 'lon']);
export const endsStreet = (word: string): boolean => ofStreets.has(word);

/** Words that many names share: alone they name nobody. */
const ofMany = new Set([
  'the', 'of', 'and', 'a', 'at', 'in', 'for', 'sch', 'prim', 'secondary', 'jnr', 'inf', 'nursery', 'preschool', 'academy', 'college', 'university', 'high', 'grammar', 'church', 'community', 'trust', 'ltd', 'pl', 'llp', 'co', 'company', 'group', 'services', 'service', 'hosp', 'ctr', 'clinic',
  'surgery', 'hse', 'refuge', 'womens', 'women', 'aid', 'shelter', 'hostel', 'council', 'office', 'department', 'ce', 'rc', 'catholic', 'st', 'cofe', 'england', 'uk',
]);
export const isOfMany = (word: string): boolean => ofMany.has(word);

/** The postcodes in an address (BS 7666), with or without the space. */
export const postcodesIn = (text: string): string[] => text.match(/\b[a-z]{1,2}\d[a-z\d]?\s{0,3}\d[a-z]{2}\b/gi) ?? [];
