import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProtectedFactKind } from '../model/protected-fact';
import { slipsBetween } from './edit-distance';
import { FactFinder, type TextOrigin } from './find-facts';
import { StringSearch } from './string-search';

const fact = (kind: ProtectedFactKind, text: string, ...alsoWritten: string[]) => ({ id: `${kind} ${text}`, kind, text, alsoWritten });
const address = fact('address', 'Flat 2, 14 Harbour Road, Eastmarch, EM4 7QT');
const postcode = fact('postcode', 'SW1A 1AA');
const phone = fact('phone', '07700 900123');
const email = fact('email', 'mara.quill@safe-post.example');
const child = fact('child', 'Oliver James Quill');
const school = fact('school', "St Mary's Primary School");
const car = fact('car', 'AB12 CDE');
const refuge = fact('refuge', 'Juniper House');
const work = fact('work', 'Fenwick Prints Ltd');
const other = fact('other', 'Wednesday choir practice');
const all = [address, postcode, phone, email, child, school, car, refuge, work, other];

const found = (one: ReturnType<typeof fact>, text: string, origin: TextOrigin = 'written'): string[] => new FactFinder([one]).find(text, origin).map(({ start, end, sureness, part }) => `${text.slice(start, end)} | ${sureness}${part === 'all' ? '' : ` ${part}`}`);

describe('finds', () => {
  test.each([
    [postcode, 'at SW1A 1AA.', 'SW1A 1AA | exact'], [postcode, 'at sw1a1aa', 'sw1a1aa | written-otherwise'], [postcode, 'S W 1 A\n1 A A', 'S W 1 A\n1 A A | written-otherwise'], [postcode, 'SWIA lAA', 'SWIA lAA | nearly'],
    [postcode, 'LondonSW1A1AATel', 'SW1A1AA | written-otherwise'], [postcode, 'SW1A&nbsp;1AA'.replace('&nbsp;', '\u00a0'), 'SW1A\u00a01AA | exact'],
    [phone, '+44 7700 900123', '44 7700 900123 | written-otherwise'], [phone, '+44 (0)7700 900 123', '44 (0)7700 900 123 | written-otherwise'], [phone, '(07700) 900-123', '07700) 900-123 | written-otherwise'], [phone, '00447700900123', '00447700900123 | written-otherwise'],
    [phone, 'ends 900123.', '900123 | part end-of-number'], [phone, '07*** ***123', '07*** ***123 | part end-of-number'], [phone, 'O77OO 9OO123', 'O77OO 9OO123 | nearly'], [phone, '٠٧٧٠٠ ٩٠٠١٢٣', '٠٧٧٠٠ ٩٠٠١٢٣ | written-otherwise'],
    [email, 'Mara.Quill@safe-post.example', 'Mara.Quill@safe-post.example | exact'], [email, 'mara.quill [at] safe-post [dot] example', 'mara.quill [at] safe-post [dot] example | written-otherwise'], [email, 'mara.quill%40safe-post.example', 'mara.quill%40safe-post.example | written-otherwise'],
    [child, 'Oliver James Quill', 'Oliver James Quill | exact'], [child, 'QUILL, Oliver', 'QUILL, Oliver | written-otherwise'], [child, 'Oliver Quill', 'Oliver Quill | written-otherwise'], [child, 'Oliver\nQuill', 'Oliver\nQuill | written-otherwise'],
    [child, 'Oli-\nver cried', 'Oli-\nver | part first-name'], [child, 'Olivr Quill', 'Olivr Quill | nearly'], [child, 'O l i v e r  J a m e s  Q u i l l', 'O l i v e r  J a m e s  Q u i l l | written-otherwise'], [child, 'ОӀіver Quill', 'ОӀіver Quill | written-otherwise'],
    [child, 'Oli\u200bver Qu\u00adill', 'Oli\u200bver Qu\u00adill | written-otherwise'], [child, 'statement_OliverQuill_v2.pdf', 'OliverQuill | written-otherwise'], [child, 'Oliver’s bag', 'Oliver’s | part first-name'],
    [school, 'St. Marys Primary', 'St. Marys | part name'], [school, "Saint Mary's Primary School", "Saint Mary's Primary School | written-otherwise"], [school, 'ST MARYS', 'ST MARYS | part name'],
    [car, 'ab12cde', 'ab12cde | written-otherwise'], [car, 'A B 1 2 - C D E', 'A B 1 2 - C D E | written-otherwise'], [car, 'ABI2 CDE', 'ABI2 CDE | nearly'],
    [refuge, 'Junpier House', 'Junpier House | nearly'], [refuge, 'juniper hse', 'juniper hse | written-otherwise'], [refuge, 'Juniper', 'Juniper | part name'], [work, 'Fenwick Prints', 'Fenwick Prints | part name'],
    [address, '14 Harbour Rd', '14 Harbour Rd | part street'], [address, 'Flat 2, 14 Harbour Road, Eastmarch, EM4 7QT', 'Flat 2, 14 Harbour Road, Eastmarch, EM4 7QT | exact'], [address, 'Apt 2 14 Harbour Rd Eastmarch EM4 7QT', 'Apt 2 14 Harbour Rd Eastmarch EM4 7QT | written-otherwise'],
    [address, '14, Harbuor Road', '14, Harbuor Road | nearly street'], [address, 'I live on Harbour Road', 'Harbour Road | part street'], [address, 'em47qt', 'em47qt | part postcode'], [address, '14 Harbour', '14 Harbour | part street'],
    [fact('child', '李小龙'), '昨天李小龙来了', '李小龙 | exact'], [fact('child', 'أحمد'), 'جاء احمد أمس', 'احمد | written-otherwise'], [fact('child', 'Zoë'), 'Zoe said', 'Zoe | written-otherwise'],
    [fact('address', 'Rose Cottage, Little Snoring'), 'near Rose Cottage.', 'Rose Cottage | part house'], [fact('child', 'Oliver Quill', 'Olly'), 'Olly ran', 'Olly | exact'],
  ])('%o in “%s”', (one, text, wanted) => {
    expect(found(one, text)).toEqual([wanted]);
  });

  test('more in words that a machine read', () => {
    expect(found(address, 'l4 Harb0ur Rcad, EM4 7Q7', 'read-by-machine')).not.toEqual([]);
    expect(found(postcode, '5WlA IAA', 'read-by-machine')).toEqual(['5WlA IAA | nearly']);
    expect(found(child, 'Qliver Qui1l', 'read-by-machine')).toEqual(['Qliver Qui1l | nearly']);
    expect(found(fact('child', 'Ellis Quill'), 'Ellxy Quott')).toEqual([]);
  });
});

describe('leaves alone', () => {
  test.each([
    [postcode, 'SW1A 1AB'], [postcode, 'SW1A 2AA'], [phone, '07700 900124'], [phone, '307700900123456'], [phone, 'on 12 March 2019 at 07:00, 900 of 123'], [email, 'mara.quill@other.example'], [child, 'a quill and James'], [child, 'she delivered it'],
    [school, 'the primary school'], [school, 'Mary went home'], [school, '12 Green St'], [car, 'AB12 CDF'], [refuge, 'the house'], [address, '15 Harbor Hill'], [address, 'the road to the harbour'], [address, 'Eastmarch'], [work, 'prints of his fingers'], [other, 'on Wednesday'],
  ])('%o in “%s”', (one, text) => {
    expect(found(one, text)).toEqual([]);
  });

  test('the sample case, of which nothing is protected here', () => {
    const root = join(import.meta.dirname, '../..');
    // Its entries, papers and messages as they are written down, and the prose of this project.
    const text = ['assets/sample-case', 'scripts/sample-case', 'docs'].flatMap((folder) => (readdirSync(join(root, folder), { recursive: true }) as string[]).filter((name) => /\.(json|txt|html|csv|md|mjs)$/.test(name)).map((name) => readFileSync(join(root, folder, name), 'utf8'))).join('\n');
    expect(text.length).toBeGreaterThan(100_000);
    // Names as a hundred people have them, none of them in the case.
    const names = ['Oliver Thistlewood', 'Amelia Pemberton', 'Georgina Hartley', 'Harrison Blackwood', 'Isabella Fairchild', 'Theodore Langley', 'Mohammed Rahimi', 'Alexander Hewson', 'Florence Whitmore', 'Sebastian Crowther', 'Charlotte Ashbourne', 'Benjamin Eccles'];
    const facts = [
      ...names.map((name) => fact('child', name)), ...all, fact('address', '27 Marlborough Crescent, Oxbridge, OX9 3ZZ'), fact('address', 'The Old Forge, Penny Lane, Walton'), fact('refuge', 'Willow Tree'), fact('school', 'Brookside Academy'), fact('work', 'Marston Logistics'),
    ].filter(({ id }) => ![child.id, work.id].includes(id));
    const hits = new FactFinder(facts).find(text).map(({ factId, start, end }) => `${factId}: ${text.slice(start, end)}`);
    const words = text.split(/\s+/).length;
    console.log(`${hits.length} false finds in ${words} words against ${facts.length} facts: ${hits.slice(0, 20).join('; ')}`);
    expect(hits).toEqual([]);
  });
});

test('ten megabytes against fifty facts in a few seconds, however they are written', () => {
  const facts = Array.from({ length: 5 }, (_, number) => all.map((one) => ({ ...one, id: `${one.id} ${number}`, text: number === 0 ? one.text : `${one.text} ${'abcdefgh'[number]}${number}` }))).flat();
  const line = 'On Tuesday he came to the house again and rang 14 times; the harbour road was closed, and the sergeant said oliver-like things about 07700 900999. ';
  const text = Array.from({ length: 10_000_000 / line.length }, (_, number) => (number % 997 === 0 ? 'see 14 Harbour Rd now. ' : line.replace('Tuesday', `day${number}`))).join('');
  const finder = new FactFinder(facts);
  const startedAt = performance.now();
  const finds = finder.find(text);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`${(text.length / 1e6).toFixed(1)} MB, ${facts.length} facts, ${finds.length} finds: ${seconds.toFixed(1)} s`);
  expect(finds.length).toBeGreaterThan(60);
  expect(seconds).toBeLessThan(20);
});

describe('whatever is around it', () => {
  const noise = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !/[\p{L}\p{N}\p{M}\p{Cf}*#•·]/u.test(text) || true);
  const apart = fc.constantFrom(' ', '\n', ' - ', ', ', '\t', '\u00a0', ' / ');
  test('a fact that stands there is found, in its place, and nothing throws', () => {
    fc.assert(fc.property(noise, noise, apart, fc.constantFrom(...all), (before, after, sign, one) => {
      const text = `${before}${sign}${one.text}${sign}${after}`;
      const finds = new FactFinder([one]).find(text);
      const at = before.length + sign.length;
      expect(finds.some(({ start, end }) => start < at + one.text.length && end > at)).toBe(true);
      for (const { start, end } of finds) expect(start >= 0 && end > start && end <= text.length).toBe(true);
    }), { numRuns: 400 });
  });

  test('spaces, line ends and signs nobody sees change nothing', () => {
    const between = fc.array(fc.constantFrom('', '', '\u200b', '\u00ad', '\u2060', '\ufeff'), { minLength: 60, maxLength: 60 });
    fc.assert(fc.property(fc.constantFrom(postcode, phone, email, child, car, refuge, address), between, fc.boolean(), (one, signs, isLoud) => {
      const text = [...(isLoud ? one.text.toUpperCase() : one.text.toLowerCase())].map((sign, at) => `${sign}${signs[at] ?? ''}`).join('').replaceAll(' ', '\n');
      expect(found(one, `x ${text} y`).length).toBe(1);
    }), { numRuns: 300 });
  });

  test('one slip in a long name is found', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.constantFrom('x', 'q', ''), (at, letter) => {
      const name = 'Featherstone';
      expect(found(fact('child', name), `and ${name.slice(0, at)}${letter}${name.slice(at + 1)} came`)).toHaveLength(1);
    }));
  });
});

test('strings are found where a plain search finds them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 80 }), (strings, text) => {
    const wanted = strings.flatMap((string, index) => Array.from(text, (_, at) => at).filter((at) => text.startsWith(string, at)).map((at) => `${index} ${at}`)).sort();
    const got: string[] = [];
    new StringSearch(strings).search(text, (index, start) => got.push(`${index} ${start}`));
    expect(got.sort()).toEqual(wanted);
  }), { numRuns: 500 });
});

test('slips: a letter too many, missing, wrong, exchanged; never more than asked for', () => {
  expect([slipsBetween('harbour', 'habrour', 2), slipsBetween('harbour', 'harbor', 2), slipsBetween('harbour', 'harbxur', 2), slipsBetween('harbour', 'harrbour', 2), slipsBetween('harbour', 'station', 2)]).toEqual([1, 1, 1, 1, 3]);
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (one, other, most) => {
    const slips = slipsBetween(one, other, most);
    expect(slips).toBe(slipsBetween(other, one, most));
    expect(slips === 0).toBe(one === other);
    expect(slips).toBeLessThanOrEqual(most + 1);
  }));
});
