/** The look of a file that this program lays out itself: its words with serifs, what names them without. */
export const laidOutCss = `
.laid p { margin: 0 0 2mm; }
.laid .exact { white-space: pre-wrap; tab-size: 8; }
.laid h3, .laid h4, .laid h5, .laid h6 { font: 600 13pt/1.3 var(--serif); margin: 4mm 0 1.5mm; break-after: avoid; }
.laid h3 { font-size: 14pt; }
.laid h5, .laid h6 { font-size: 12pt; }
.laid > h3.ours { font: 600 13pt/1.3 var(--sans); border-top: 0.5mm solid #000; padding-top: 2mm; margin-top: 7mm; }
.laid .loose { white-space: pre-line; }
.laid .centre { text-align: center; }
.laid .end { text-align: end; }
.laid .sign { display: inline-block; min-width: 9mm; padding-right: 1.5mm; white-space: nowrap; }
.laid .bold { font-weight: 700; }
.laid .italic { font-style: italic; }
.laid .underlined { text-decoration: underline; }
.laid .struck { text-decoration: line-through; }
.laid .underlined.struck { text-decoration: underline line-through; }
.laid .raised { vertical-align: super; font-size: .8em; line-height: 1; }
.laid .lowered { vertical-align: sub; font-size: .8em; line-height: 1; }
.laid .capitals { text-transform: uppercase; }
.laid .small-capitals { font-variant-caps: small-caps; }
.laid .marked { background: #eadfae; }
.said { font: 600 12pt/1.3 var(--sans); color: var(--quiet); text-transform: none; white-space: normal; }
.laid .inserted, .laid .moved-here { border-bottom: 0.35mm solid #000; }
.laid .deleted .gone, .laid .moved-away .gone { text-decoration: line-through; }
.laid .unseen { border: 0.25mm dashed var(--quiet); padding: 0 0.6mm; margin: 0 0.4mm; }
.laid table { margin: 1.5mm 0 3.5mm; }
.laid tr { break-inside: auto; }
.laid th, .laid td { border: 0.25mm solid var(--rule); padding: 1.2mm 1.6mm; }
.laid td:last-child, .laid th:last-child { padding-right: 1.6mm; }
.laid td > p:last-child, .laid th > p:last-child { margin-bottom: 0; }
.laid .cells { width: auto; margin-bottom: 2mm; font-variant-numeric: lining-nums tabular-nums; }
.laid .cells th, .laid .cells td { padding: 0.5mm 1.1mm; white-space: pre-wrap; vertical-align: top; line-height: 1.25; }
.laid .cells td:last-child, .laid .cells th:last-child { padding-right: 1.1mm; }
.laid .cells th { font: 600 12pt/1.25 var(--serif); text-align: start; }
.laid .cells .place { font: 600 12pt/1.25 var(--sans); color: var(--quiet); background: #f3f1ec; text-align: center; }
.laid .cells th.place[scope=row] { text-align: end; }
.laid .cells .end { text-align: end; }
.laid .band { break-after: avoid; margin: 2.5mm 0 1mm; }
.laid .formulas { list-style: none; margin: 1mm 0 3mm; padding: 0; }
.laid .box > tbody > tr > td { border: 0.35mm solid #000; }
.laid img { max-width: 100%; vertical-align: bottom; }
.laid .line { border: 0; border-top: 0.25mm solid var(--rule); margin: 3mm 0; }
.laid .aside-part { margin: 0 0 3mm; break-inside: auto; }
.laid .aside-head { font: 600 12pt/1.3 var(--sans); margin: 2.5mm 0 0.8mm; break-after: avoid; }
${Array.from({ length: 9 }, (_, depth) => `.laid .in-${depth} { margin-inline-start: ${depth * 7}mm; }`).join('\n')}
`;
