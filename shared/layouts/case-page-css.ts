import { printCss } from './print-css';

/** The look of a page of the case: as the chronology's, upright or across. */
export function casePageCss(isLandscape: boolean): string {
  return `${printCss}${isLandscape ? across : ''}${own}`;
}

const across = `
@page { size: A4 landscape; margin: 18mm 20mm 24mm; }
`;

const own = `
.head { border-bottom: 0.5mm solid #000; margin-bottom: 5mm; padding-bottom: 1mm; }
.head h1 { margin-bottom: 4mm; }
.head dl { grid-template-columns: 56mm 1fr; }
.paragraph { margin: 0 0 2.4mm; }
.paragraph p { margin: 0 0 1.8mm; }
.paragraph p.gap, td p.gap, th p.gap { height: 3mm; margin: 0; }
.paragraph.numbered { display: grid; grid-template-columns: 11mm 1fr; }
.paragraph.hers { border-left: 0.8mm solid var(--rule); padding-left: 4mm; }
.paragraph.quiet { color: var(--quiet); }
.paragraph.notice { border: 0.5mm solid #000; padding: 3mm 4mm; font: 600 12pt/1.35 var(--sans); }
.cite { font: 600 12pt/1 var(--sans); white-space: nowrap; }
dd p, td p, tbody th p { margin: 0; }
tbody th { font: 600 12pt/1.42 var(--serif); border-bottom: 0.25mm solid #c9c3b8; }
table { margin: 0 0 5mm; }
caption { text-align: left; font: 600 12pt/1.3 var(--sans); color: var(--quiet); padding: 1mm 0; }
figure { margin: 3mm 0 4mm; break-inside: avoid; }
figure svg { display: block; max-width: 100%; font-family: var(--sans); }
figcaption { margin-top: 2mm; color: var(--quiet); }
.beside { display: grid; grid-template-columns: 2fr 3fr; gap: 0 8mm; margin: 0 0 5mm; border-top: 0.25mm solid var(--rule); }
.beside section + section { border-left: 0.25mm solid var(--rule); padding-left: 8mm; margin-left: -4mm; }
.beside h3 { margin-bottom: 3mm; }
.beside .paragraph { margin-bottom: 5mm; }
.part-title { break-inside: avoid; break-after: avoid; }
.part-title p { margin: 0 0 1mm; font: 600 12pt/1.35 var(--sans); break-inside: avoid; }
.source-mark { width: 20mm; overflow-wrap: normal; }
.source-when { width: 44mm; }
td.source-file { padding-left: 20mm; }
.with-files > * { border-bottom: none; padding-bottom: 0; }
dl, .command { break-inside: avoid; }
.about { margin-top: 7mm; }
`;
