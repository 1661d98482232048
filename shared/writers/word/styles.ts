import { xmlHead } from '../xml';

/** Namespace of WordprocessingML (ECMA-376-1, part 1, 17). */
export const wordXmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const latin = 'Times New Roman';
const sans = 'Arial';
const fonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="SimSun" w:cs="${name}"/>`;
/** In half points. */
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const bold = '<w:b/><w:bCs/>';
/** In twentieths of a point. */
const space = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const border = (side: string, eighths: number): string => `<w:${side} w:val="single" w:sz="${eighths}" w:space="4" w:color="8A8378"/>`;

interface ParagraphStyle { id: string; name: string; basedOn?: string; next?: string; ppr?: string; rpr?: string }

const paragraph = ({ id, name, basedOn = 'Normal', next, ppr = '', rpr = '' }: ParagraphStyle): string => `<w:style w:type="paragraph"${/^(Title|Heading\d|Footer|Caption|BodyText)$/.test(id) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>${ppr === '' ? '' : `<w:pPr>${ppr}</w:pPr>`}${rpr === '' ? '' : `<w:rPr>${rpr}</w:rPr>`}</w:style>`;

/**
 * The one place that says how a Word file looks: whoever edits it changes a style, and the whole file follows. Type at 12 pt or more, Times- or Arial-like. The names are those that Word shows; Title, Heading 1 to 3 and Caption are its own, so that its list of headings
 * and its tables of contents find them.
 */
export function stylesXml(): string {
  return `${xmlHead}<w:styles ${wordXmlns}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(latin)}${size(24)}<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
${[
    paragraph({ id: 'Title', name: 'Title', next: 'BodyText', ppr: `<w:keepNext/>${space(0, 240)}`, rpr: `${bold}${size(40)}` }),
    paragraph({ id: 'Heading1', name: 'heading 1', next: 'BodyText', ppr: `<w:keepNext/><w:keepLines/>${space(360, 120)}<w:outlineLvl w:val="0"/>`, rpr: `${bold}${size(30)}` }),
    paragraph({ id: 'Heading2', name: 'heading 2', next: 'BodyText', ppr: `<w:keepNext/><w:keepLines/>${space(280, 80)}<w:outlineLvl w:val="1"/>`, rpr: `${bold}${size(26)}` }),
    paragraph({ id: 'Heading3', name: 'heading 3', next: 'BodyText', ppr: `<w:keepNext/><w:keepLines/>${space(200, 60)}<w:outlineLvl w:val="2"/>`, rpr: `${bold}` }),
    paragraph({ id: 'BodyText', name: 'Body Text' }),
    paragraph({ id: 'HerWords', name: 'Her words', ppr: `<w:pBdr>${border('left', 12)}</w:pBdr><w:ind w:left="284"/>` }),
    paragraph({ id: 'Quiet', name: 'Quiet', rpr: '<w:color w:val="4A463F"/>' }),
    paragraph({ id: 'Notice', name: 'Notice', ppr: `<w:pBdr>${border('top', 8)}${border('left', 8)}${border('bottom', 8)}${border('right', 8)}</w:pBdr>${space(120, 240)}`, rpr: `${fonts(sans)}${bold}` }),
    paragraph({ id: 'FieldLabel', name: 'Field label', next: 'BodyText', ppr: `<w:keepNext/>${space(160, 40)}`, rpr: `${fonts(sans)}${bold}` }),
    paragraph({ id: 'Corner', name: 'Corner', ppr: `${space(0, 0)}<w:jc w:val="right"/>` }),
    paragraph({ id: 'CourtTitle', name: 'Court title', ppr: `${space(60, 60)}<w:jc w:val="center"/>`, rpr: bold }),
    paragraph({ id: 'SigningLine', name: 'Signing line', ppr: `<w:keepNext/>${space(360, 0)}` }),
    paragraph({ id: 'NumberedParagraph', name: 'Numbered paragraph', ppr: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' }),
    paragraph({ id: 'NumberedContinued', name: 'Numbered paragraph, continued', ppr: '<w:ind w:left="567"/>' }),
    paragraph({ id: 'TableText', name: 'Table text', ppr: '<w:spacing w:before="40" w:after="40" w:line="264" w:lineRule="auto"/>' }),
    paragraph({ id: 'TableHead', name: 'Table head', basedOn: 'TableText', ppr: '<w:keepNext/>', rpr: `${fonts(sans)}${bold}` }),
    paragraph({ id: 'AfterTable', name: 'After table', ppr: `${space(0, 0)}` }),
    paragraph({ id: 'Caption', name: 'caption', ppr: `<w:keepNext/>${space(120, 60)}`, rpr: `${fonts(sans)}${bold}<w:color w:val="4A463F"/>` }),
    paragraph({ id: 'Footer', name: 'footer', ppr: '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>', rpr: `${fonts(sans)}` }),
  ].join('\n')}
<w:style w:type="character" w:customStyle="1" w:styleId="ExhibitMark"><w:name w:val="Exhibit mark"/><w:qFormat/><w:rPr>${bold}</w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="CaseTable"><w:name w:val="Case table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8A8378"/>`).join('')}</w:tblBorders></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="TableNormal"/></w:style>
</w:styles>`;
}
