import { pages as words } from '../../../../shared/messages/en-gb/pages';
import { annotationsOf } from '../annotations';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFObject, PDFPage, PDFRef } from '../pdf-library';
import { putAround, sameInstructions } from '../same-instructions';

const name = (key: string) => PDFName.of(key);
const deepestForm = 4;

/** Tags made for pages that came without: what stands under the document, and what each page's number leads to. */
export interface MadeTags { readonly kids: readonly PDFRef[]; readonly parents: readonly PDFRef[] }

/** A page that is a picture of ours, marked in its content already: the picture as 0, with what is said in its place; unseen words over it as 1. */
export interface PictureOfPage { readonly says: string; readonly hasWords: boolean }

/**
 * Tags for an exhibit's pages that have none, one element to a page in the order of its drawing, and one to each mark or link on it: words are a paragraph, a page without words is a figure that says so. Nobody can tell from the file where its headings are. The page's number in the tree of parents is the index of its element in `parents`, plus `firstKey`. Call before anything of ours is drawn on the page.
 */
export function tagPages(target: PDFDocument, pages: readonly PDFPage[], firstKey: number, pictures: ReadonlyMap<number, PictureOfPage>): MadeTags {
  const { context } = target;
  const untagged = pages.map((page, index) => ({ page, number: index + 1 })).filter(({ page }) => !page.node.has(name('StructParents')));
  if (untagged.length === 0) return { kids: [], parents: [] };
  const section = context.nextRef();
  const kids: PDFRef[] = [];
  const parents: PDFRef[] = [];
  for (const { page, number } of untagged) {
    const picture = pictures.get(number - 1);
    if (picture !== undefined) {
      const figure = context.register(context.obj({ Type: 'StructElem', S: 'Figure', P: section, Pg: page.ref, K: 0, Alt: PDFHexString.fromText(picture.says) }));
      const own = [figure, ...(picture.hasWords ? [context.register(context.obj({ Type: 'StructElem', S: 'P', P: section, Pg: page.ref, K: 1 }))] : [])];
      page.node.set(name('StructParents'), PDFNumber.of(firstKey + parents.length));
      kids.push(...own);
      parents.push(context.register(context.obj(own)));
      continue;
    }
    const hasWords = showsText(page.node.Resources(), 0);
    const element = context.obj({ Type: 'StructElem', S: hasWords ? 'P' : 'Figure', P: section, Pg: page.ref, K: 0 });
    if (!hasWords) element.set(name('Alt'), PDFHexString.fromText(words.alternative.pageOf(number, pages.length)));
    const ref = context.register(element);
    wrapContent(page, hasWords ? 'P' : 'Figure');
    page.node.set(name('StructParents'), PDFNumber.of(firstKey + parents.length));
    kids.push(ref);
    parents.push(context.register(context.obj([ref])));
    for (const { annotation, held } of annotationsOf(page.node)) {
      if (annotation === null || !(held instanceof PDFRef)) continue;
      const isLink = annotation.get(name('Subtype')) === name('Link');
      if (isLink && !annotation.has(name('Contents'))) annotation.set(name('Contents'), PDFHexString.fromText(words.alternative.link));
      const mark = context.register(context.obj({ Type: 'StructElem', S: isLink ? 'Link' : 'Annot', P: section, Pg: page.ref, K: { Type: 'OBJR', Obj: held, Pg: page.ref } }));
      annotation.set(name('StructParent'), PDFNumber.of(firstKey + parents.length));
      kids.push(mark);
      parents.push(mark);
    }
  }
  context.assign(section, context.obj({ Type: 'StructElem', S: 'Sect', K: kids }));
  return { kids: [section], parents };
}

function wrapContent(page: PDFPage, tag: string): void {
  const { context } = page.doc;
  putAround(page, sameInstructions(context, `/${tag} <</MCID 0>> BDC q\n`), sameInstructions(context, '\nQ EMC\n'));
}

/** Whether a page has a face to write with, itself or in what it draws. */
function showsText(resources: PDFObject | undefined, depth: number): boolean {
  if (!(resources instanceof PDFDict) || depth > deepestForm) return false;
  const fonts = resources.lookup(name('Font'));
  if (fonts instanceof PDFDict && fonts.keys().length > 0) return true;
  const drawn = resources.lookup(name('XObject'));
  if (!(drawn instanceof PDFDict)) return false;
  return drawn.keys().some((key) => {
    const object = drawn.lookup(key);
    const dict = object !== undefined && 'dict' in object && object.dict instanceof PDFDict ? object.dict : null;
    return dict?.get(name('Subtype')) === name('Form') && showsText(dict.lookup(name('Resources')), depth + 1);
  });
}
