import { expect, test } from 'vitest';
import { annotationsOf, keepAnnotations } from './annotations';
import { PDFDict, PDFDocument, PDFName, PDFPage } from './pdf-library';

async function pageWith(...kinds: string[]): Promise<PDFPage> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage();
  for (const kind of kinds) page.node.addAnnot(document.context.register(document.context.obj({ Type: 'Annot', Subtype: kind })));
  return page;
}
const kindOf = (annotation: PDFDict | null) => (annotation?.get(PDFName.of('Subtype')) as PDFName | undefined)?.decodeText();
const kindsOn = (page: PDFPage) => annotationsOf(page.node).map(({ annotation }) => kindOf(annotation));

test('taking annotations off while the list is walked misses none', async () => {
  const page = await pageWith('Link', 'Link', 'Text', 'Link', 'Ink');
  const seen = annotationsOf(page.node).map(({ annotation }) => {
    keepAnnotations(page.node, (one) => one !== annotation);
    return kindOf(annotation);
  });
  expect(seen).toEqual(['Link', 'Link', 'Text', 'Link', 'Ink']);
  expect(page.node.has(PDFName.of('Annots'))).toBe(false);
});

test('what stays keeps its order; what is not there is named as nothing', async () => {
  const page = await pageWith('Link', 'Text', 'Link', 'Ink');
  page.node.addAnnot(page.doc.context.nextRef());
  expect(keepAnnotations(page.node, (annotation) => kindOf(annotation) !== 'Link').map(({ annotation }) => kindOf(annotation))).toEqual(['Link', 'Link']);
  expect(kindsOn(page)).toEqual(['Text', 'Ink', undefined]);
  page.node.set(PDFName.of('Annots'), PDFName.of('NoList'));
  expect(annotationsOf(page.node)).toEqual([]);
});
