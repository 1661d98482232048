import { PDFArray, PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { isolateContent, sameInstructions } from './same-instructions';

test('what stands around every page is in the document once; of two pages that hold one list each gets its own', async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const own = context.register(context.stream('BT ET'));
  const list = context.register(context.obj([own]));
  const pages = [document.addPage(), document.addPage()];
  for (const page of pages) page.node.set(PDFName.of('Contents'), list);
  for (const page of pages) isolateContent(page);
  const held = pages.map(({ node }) => (node.Contents() as PDFArray).asArray());
  const [begin, end] = [sameInstructions(context, 'q\n'), sameInstructions(context, '\nQ\n')];
  for (const streams of held) {
    expect(streams.filter((ref) => ref === begin)).toHaveLength(1);
    expect([streams[0], streams.at(-1)]).toEqual([begin, end]);
    expect(streams).toContain(own);
  }
});
