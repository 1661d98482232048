/**
 * The look of the printed chronology: a law report's page. A4; body and every generated text at 12 pt or more, as court
 * bundles are to; the lowest 22 mm stay free for the number that is stamped afterwards.
 */
export const contentWidthMm = 170;
export const contentHeightMm = 251;

export const fontStylesheets: readonly string[] = [
  '/fonts/source-serif-4/wght.css', '/fonts/source-serif-4/wght-italic.css', '/fonts/source-sans-3/wght.css',
  '/fonts/amiri/400.css', '/fonts/amiri/700.css', '/fonts/noto-color-emoji/400.css', '/fonts/noto-sans-sc/wght.css',
];

/**
 * Amiri for Arabic script: its letters are one glyph each, so that their text can be found and copied. Faces that put letters together from a body and
 * dots (Noto Naskh, Noto Sans Arabic) come out of `pdftotext` with words torn and letters lost (measured, docs/decisions/0031).
 */
const fallbacks = `'Amiri', 'Noto Color Emoji', 'Noto Sans SC Variable'`;

export const printCss = `
@page { size: A4; margin: 20mm 20mm 26mm; }
:root { --serif: 'Source Serif 4 Variable', ${fallbacks}, serif; --sans: 'Source Sans 3 Variable', ${fallbacks}, sans-serif; --rule: #8a8378; --quiet: #4a463f; }
* { box-sizing: border-box; }
html { font: 12pt/1.42 var(--serif); color: #000; -webkit-print-color-adjust: exact; hyphens: manual; }
body { margin: 0; overflow-wrap: anywhere; font-variant-numeric: lining-nums; }
p { margin: 0 0 2.4mm; orphans: 2; widows: 2; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; break-after: avoid; break-inside: avoid; margin: 0; font-weight: 600; }
h1 { font-size: 22pt; margin-bottom: 5mm; }
h2 { font-size: 16pt; margin: 0 0 2.5mm; }
h3 { font: 600 12pt/1.3 var(--sans); margin: 4.5mm 0 1.2mm; }
a { color: inherit; text-decoration: none; }
bdi, .words p, td bdi { unicode-bidi: plaintext; }
:lang(ar), :lang(ur) { font-family: 'Amiri', var(--serif); font-size: 1.12em; line-height: 1.75; }
:lang(zh) { font-family: 'Noto Sans SC Variable', var(--serif); }
.emoji { font-family: 'Noto Color Emoji', var(--serif); }
.words p { margin: 0 0 1.8mm; }
.words p.gap { height: 3mm; margin: 0; }
.quiet { color: var(--quiet); }
.new-page { break-before: page; }
/* Single lines that end a section: none stands alone on its last page. */
.keeps-to-last { break-before: avoid; }
.code, .hash { font-family: var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.hash { font-size: 12pt; letter-spacing: 0; overflow-wrap: anywhere; }
.command { font: 12pt/1.4 'Liberation Mono', 'DejaVu Sans Mono', monospace; margin: 0 0 2.4mm 6mm; }

table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
thead tr { break-after: avoid; }
caption { break-after: avoid; }
tr { break-inside: avoid; }
tbody > tr:first-child, tbody > tr:last-child { break-before: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1.7mm 2mm 1.7mm 0; border-bottom: 0.25mm solid #c9c3b8; }
th { font: 600 12pt/1.3 var(--sans); border-bottom: 0.5mm solid #000; }
td:last-child, th:last-child { padding-right: 0; }
.page-cell { text-align: right; font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; overflow-wrap: normal; width: 16mm; }
.page-cell.and-part { width: 34mm; }
.part-cell { width: 14mm; font-variant-numeric: tabular-nums lining-nums; }
.no-cell { width: 12mm; font-variant-numeric: tabular-nums lining-nums; }
.when-cell { width: 44mm; }
.mark-cell { width: 27mm; font-weight: 600; overflow-wrap: normal; }
.mark-cell .quiet { font-weight: 400; }
.kind-line { margin: 0.6mm 0 0; font: 12pt/1.3 var(--sans); }
.year td, .year th { border-bottom: none; padding-top: 4.5mm; font: 600 13pt/1.2 var(--sans); break-after: avoid; }

dl { display: grid; grid-template-columns: 44mm 1fr; gap: 1mm 3mm; margin: 0 0 3mm; }
/* About a picture on which words were read: its box is where they lie. */
.read { display: block; }
/* An item of a list of facts is there for the tags; its label and its body stand in the list's own columns. */
dl > div { display: contents; }
dt { font: 600 12pt/1.42 var(--sans); color: var(--quiet); }
dd { margin: 0; min-width: 0; }
.across { grid-column: 1 / -1; }
dd p:last-child, dd .words p:last-child { margin-bottom: 0; }

.cover { min-height: 238mm; display: flex; flex-direction: column; }
.cover .kind { font: 600 14pt/1.3 var(--sans); letter-spacing: .02em; margin: 34mm 0 4mm; }
.cover.of-bundle .kind { margin-top: 14mm; }
.cover h1 { font-size: 32pt; line-height: 1.12; margin-bottom: 12mm; padding-bottom: 8mm; border-bottom: 0.5mm solid #000; }
.cover dl { grid-template-columns: 60mm 1fr; gap: 2.2mm 3mm; font-size: 13pt; }
.cover dt { font-size: 13pt; }
.cover .foot { margin-top: auto; max-width: 130mm; }
.cover .court { font: 600 14pt/1.3 var(--sans); margin: 0 0 6mm; }
.divider .kind { font: 600 14pt/1.3 var(--sans); letter-spacing: .02em; margin: 30mm 0 3mm; }
.divider h1 { font-size: 30pt; line-height: 1.12; margin-bottom: 10mm; padding-bottom: 6mm; border-bottom: 0.5mm solid #000; }
.divider ul { margin: 0; padding-left: 6mm; }
.divider li { margin: 0 0 1.2mm; }
.index .section-row th { padding-top: 5mm; font: 600 13pt/1.25 var(--sans); border-bottom: 0.25mm solid #000; break-after: avoid; }
.index .section-row .page-cell, .index .section-row .part-cell { padding-top: 5mm; vertical-align: bottom; font-weight: 600; border-bottom: 0.25mm solid #000; }
.index .section-row { break-after: avoid; }
.notice { border: 0.5mm solid #000; padding: 3mm 4mm; margin: 0 0 5mm; font: 600 13pt/1.35 var(--sans); }

.entry { padding-top: 5mm; margin-top: 8mm; border-top: 0.5mm solid #000; }
.entry:first-of-type { margin-top: 0; }
.entry-head { break-inside: avoid; break-after: avoid; }
.entry-number { font: 600 12pt/1.3 var(--sans); margin: 0 0 1mm; display: flex; justify-content: space-between; }
.entry > dl { break-inside: avoid; break-after: avoid; }
.entry-when { font-size: 13.5pt; font-style: italic; margin: 0 0 3mm; }
.version { margin: 3mm 0 0; }
.version-head { font: 600 12pt/1.35 var(--sans); padding: 1.4mm 0; border-top: 0.25mm solid var(--rule); border-bottom: 0.25mm solid var(--rule); margin: 5mm 0 2.5mm; break-after: avoid; }
.amendment { padding-left: 6mm; border-left: 0.8mm solid var(--rule); }
.amendment > .quiet:last-child { break-before: avoid; }
.privileged { border: 0.25mm solid #000; padding: 3mm 4mm; margin-top: 4mm; }

.later { margin-top: 7mm; }
.file { break-inside: avoid; }
.exhibit { break-after: page; }
.exhibit:last-of-type { break-after: auto; }
.exhibit-head { border-bottom: 0.5mm solid #000; margin-bottom: 5mm; padding-bottom: 3mm; }
.exhibit-head .mark { font: 600 24pt/1.15 var(--serif); margin: 0 0 1.5mm; }
.exhibit-head .name { font-size: 14pt; margin: 0; }
.picture-page { break-before: page; height: ${contentHeightMm - 4}mm; margin: 0; display: flex; align-items: center; justify-content: center; }
.picture-page img { display: block; }
.text-page { break-before: page; }
.text-page > h3:first-child { margin-top: 0; }
.text-page .words p { margin: 0; }
.text-page .words { font: 12pt/1.4 var(--sans); white-space: pre-wrap; tab-size: 4; }

.talk { margin-top: 6mm; }
.talk .day { text-align: center; font: 600 12pt/1.3 var(--sans); margin: 6mm 0 3mm; break-after: avoid; }
.message { max-width: 132mm; margin: 0 0 3mm; padding: 2.2mm 3.2mm; border: 0.25mm solid var(--rule); border-radius: 1.6mm; }
.message.hers { margin-left: auto; background: #f1eee8; }
.message .who { font: 600 12pt/1.3 var(--sans); margin: 0 0 0.8mm; break-after: avoid; }
.message .at { font: 12pt/1.3 var(--sans); color: var(--quiet); margin: 1mm 0 0; break-before: avoid; display: flex; justify-content: space-between; gap: 4mm; }
.message .at span:last-child { flex: none; max-width: 52mm; text-align: right; }
.message .words p:last-child { margin-bottom: 0; }
.message .note { font: italic 12pt/1.35 var(--serif); margin: 0.6mm 0 0; }
.message .call { font: 600 12pt/1.3 var(--sans); margin: 0 0 0.8mm; }
.message .quoted { border-left: 0.8mm solid var(--rule); padding-left: 2.4mm; margin: 0 0 1.2mm; }
.message .quoted .note { margin: 0 0 0.6mm; }
.source { border-top: 0.25mm solid var(--rule); padding-top: 1.5mm; }
.message.notice-line { border-style: dashed; margin-left: auto; margin-right: auto; }
.message img { display: block; max-width: 90mm; max-height: 100mm; margin: 1mm 0; }
.message { break-inside: avoid-page; }
.message.long { break-inside: auto; }
`;
