import type { CitedText } from '../../model/case/case-page';
import type { Paper } from '../../model/paper';
import { type About, escapeXml, packageOf, type PackagePart, relationships, xmlHead } from '../xml';
import { blocksXml, paragraphXml } from './blocks';
import { Numbering } from './numbering';
import { stylesXml, wordXmlns } from './styles';

const kind = (name: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;
/** A4 and margins in twentieths of a point: 210 by 297 mm; 20 mm, of a statement 3.5 cm (PD 32, 19.1(1)). */
const paper = { short: 11906, long: 16838, margin: 1134, statement: 1984 };

/** A paper as a Word document (.docx, ECMA-376), as the parts that are packed into it. Styles say how it looks, headings and lists are real ones, heads of tables repeat on each page, pages are numbered. The same paper gives the same parts. */
export function writeWord(page: Paper, preparedUtc: string): PackagePart[] {
  const numbering = new Numbering();
  const [width, height] = page.isLandscape ? [paper.long, paper.short] : [paper.short, paper.long];
  const margin = page.look === 'statement' ? paper.statement : paper.margin;
  const title: CitedText = [{ is: 'words', words: page.title }];
  const body = [
    page.look === 'statement' ? '' : paragraphXml('Title', title),
    page.intro === '' ? '' : paragraphXml('BodyText', [{ is: 'words', words: page.intro }]),
    blocksXml(page.blocks, { textWidth: width - 2 * margin, numbering }),
  ].join('\n');
  const size = `<w:pgSz w:w="${width}" w:h="${height}"${page.isLandscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="567" w:footer="567" w:gutter="0"/>`;
  const about: About = { title: page.title, preparedUtc };
  return packageOf([
    { path: 'word/document.xml', contentType: kind('document.main'), xml: `${xmlHead}<w:document ${wordXmlns}><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>${size}</w:sectPr></w:body></w:document>` },
    { path: 'word/styles.xml', contentType: kind('styles'), xml: stylesXml() },
    { path: 'word/numbering.xml', contentType: kind('numbering'), xml: numbering.xml() },
    { path: 'word/settings.xml', contentType: kind('settings'), xml: `${xmlHead}<w:settings ${wordXmlns}><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>` },
    { path: 'word/footer1.xml', contentType: kind('footer'), xml: footer(page, width - 2 * margin) },
  ], about, { path: 'word/_rels/document.xml.rels', xml: relationships([{ type: 'styles', target: 'styles.xml' }, { type: 'numbering', target: 'numbering.xml' }, { type: 'settings', target: 'settings.xml' }, { type: 'footer', target: 'footer1.xml' }]) });
}

/** What the paper is, and at the right the number of the page, which Word works out. */
function footer({ foot }: Paper, textWidth: number): string {
  const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return `${xmlHead}<w:ftr ${wordXmlns}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="clear" w:pos="9638"/><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(foot)}</w:t></w:r><w:r><w:tab/></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`;
}
