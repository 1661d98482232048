import type { Paper } from '../model/paper';
import { casePageCss } from './case-page-css';

/** The look of a paper in print: as a page of the case; of a statement A4 with a margin of 3.5 cm (PD 32, 19.1(1)). */
export function paperCss({ isLandscape, look }: Paper): string {
  return `${casePageCss(isLandscape)}${own}${look === 'statement' ? statement : ''}`;
}

const own = `
.paragraph.label { break-after: avoid; margin-top: 3mm; }
.paragraph.label p { font: 600 12pt/1.3 var(--sans); margin-bottom: 1mm; }
.paragraph.corner { text-align: right; margin: 0; }
.paragraph.corner p { margin: 0; }
.paragraph.centred { text-align: center; font-weight: 600; margin: 2mm 0; }
.paragraph.line { margin-top: 9mm; break-inside: avoid; break-after: avoid; }
tr { break-inside: auto; }
`;

const statement = `
@page { size: A4; margin: 35mm; }
html { line-height: 1.6; }
h2 { text-align: center; margin: 8mm 0 4mm; }
dl { grid-template-columns: 36mm 1fr; }
`;
