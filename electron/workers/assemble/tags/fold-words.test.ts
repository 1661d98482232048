import { PDFDict, PDFDocument, PDFName, PDFRef, type PDFObject } from 'pdf-lib';
import { expect, test } from 'vitest';
import { foldWords } from './fold-words';

const name = (key: string) => PDFName.of(key);

/** A tree of tags as Chromium writes it: `[role, ...kids]`, a number being marked content of the page given as `on`. Gives its root, and each element by the number of its words or by its role. */
interface Words { mcid: number; on: number }
type Told = readonly [role: string, ...kids: (Told | number | Words)[]];
async function treeOf(told: Told) {
  const document = await PDFDocument.create();
  const { context } = document;
  const pages = [document.addPage(), document.addPage()].map(({ ref }) => ref);
  const parents = new Map<number, PDFRef[]>();
  const make = ([role, ...kids]: Told, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const held = kids.map((kid): PDFObject => {
      if (Array.isArray(kid)) return make(kid as unknown as Told, ref);
      const { mcid, on } = typeof kid === 'number' ? { mcid: kid, on: 0 } : (kid as Words);
      const list = parents.get(on) ?? [];
      list[mcid] = ref;
      parents.set(on, list);
      return context.obj({ Type: 'MCR', Pg: pages[on], MCID: mcid } as never);
    });
    context.assign(ref, context.obj({ Type: 'StructElem', S: role, P: parent, K: held } as never));
    return ref;
  };
  const rootRef = context.nextRef();
  const root = context.obj({ Type: 'StructTreeRoot', K: make(told, rootRef), ParentTree: { Nums: [...parents].flatMap(([key, list]) => [key, list]) } } as never) as unknown as PDFDict;
  context.assign(rootRef, root);
  foldWords(root);
  const parentOf = (on: number, mcid: number): PDFDict => {
    const nums = context.lookup(root.lookup(name('ParentTree'), PDFDict).get(name('Nums')))!.toString();
    const lists = [...nums.matchAll(/(\d+) \[([^\]]*)\]/g)].find(([, key]) => Number(key) === on)?.[2] ?? '';
    const [number] = [...lists.matchAll(/(\d+) 0 R/g)][mcid]?.slice(1) ?? [];
    return context.lookup(PDFRef.of(Number(number)), PDFDict);
  };
  return { document, root, pages, parentOf };
}

/** The tree in the same words, as it is now. */
function toldOf(root: PDFDict, pages: readonly PDFRef[]): unknown {
  const { context } = root;
  const tell = (element: PDFDict, at: PDFObject | undefined): unknown => {
    const page = element.get(name('Pg')) ?? at;
    const held = element.get(name('K'));
    const value = context.lookup(held);
    const kids = value instanceof PDFDict || value === undefined || !('asArray' in value) ? [held] : (value as unknown as { asArray(): PDFObject[] }).asArray();
    return [String(element.get(name('S'))).slice(1), ...kids.map((kid) => {
      const own = context.lookup(kid);
      if (!(own instanceof PDFDict)) return `${pages.indexOf(page as PDFRef)}:${String(own)}`;
      return own.has(name('MCID')) ? `${pages.indexOf((own.get(name('Pg')) ?? page) as PDFRef)}:${String(own.get(name('MCID')))}` : tell(own, page);
    })];
  };
  return tell(root.lookup(name('K'), PDFDict), undefined);
}

test('words go into the paragraph around them, in their order, and are found from their page', async () => {
  const { root, pages, parentOf } = await treeOf(['Document', ['P', ['NonStruct', 0], ['Link', ['NonStruct', 1]], ['NonStruct', ['NonStruct', 2], ['NonStruct', 3]]]]);
  expect(toldOf(root, pages)).toEqual(['Document', ['P', '0:0', ['Link', '0:1'], '0:2', '0:3']]);
  expect([0, 1, 2, 3].map((mcid) => String(parentOf(0, mcid).get(name('S'))))).toEqual(['/P', '/Link', '/P', '/P']);
});

test('a paragraph that goes over the end of a page keeps the page of each stretch', async () => {
  const { root, pages, parentOf } = await treeOf(['Document', ['P', ['NonStruct', 0, { mcid: 0, on: 1 }]]]);
  expect(toldOf(root, pages)).toEqual(['Document', ['P', '0:0', '1:0']]);
  expect(String(parentOf(1, 0).get(name('S')))).toBe('/P');
});

test('words that stand in no paragraph stay in their element; what is below it is folded into that', async () => {
  const { root, pages, parentOf } = await treeOf(['Document', ['NonStruct', ['NonStruct', 0], ['NonStruct', 1]], ['Sect', ['NonStruct', 2]]]);
  expect(toldOf(root, pages)).toEqual(['Document', ['NonStruct', '0:0', '0:1'], ['Sect', ['NonStruct', '0:2']]]);
  expect(parentOf(0, 1)).toBe(parentOf(0, 0));
  expect(String(parentOf(0, 2).get(name('S')))).toBe('/NonStruct');
});

test('an element that says more of itself stays', async () => {
  const { document, root, pages } = await treeOf(['Document', ['P', ['Span', 0]]]);
  expect(toldOf(root, pages)).toEqual(['Document', ['P', ['Span', '0:0']]]);
  const spoken = document.context.obj({ Type: 'StructElem', S: 'NonStruct', Alt: '(a sun)', K: { Type: 'MCR', Pg: pages[0], MCID: 1 } } as never) as unknown as PDFDict;
  const paragraph = root.lookup(name('K'), PDFDict).lookup(name('K'));
  const p = paragraph instanceof PDFDict ? paragraph : document.context.lookup((paragraph as unknown as { asArray(): PDFObject[] }).asArray()[0], PDFDict);
  p.set(name('K'), document.context.obj([document.context.register(spoken)]));
  foldWords(root);
  expect(toldOf(root, pages)).toEqual(['Document', ['P', ['NonStruct', '0:1']]]);
});
