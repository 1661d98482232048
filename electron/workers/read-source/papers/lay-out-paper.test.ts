import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { laidOutPages } from '../../../../shared/layouts/laid-out-pages';
import { wordsOf } from '../../../../shared/layouts/words-of';
import { LaidOut, LaidPicture, type LaidBlock, type LaidPiece } from '../../../../shared/model/laid-out';
import { rangesOf } from '../testing/ranges-of';
import { layOutPaper, type LaidEnd } from './lay-out-paper';
import { packed, paperTypes, wordXml } from './testing/made-papers';

vi.setConfig({ testTimeout: 60_000 });

const statement = new Uint8Array(readFileSync(path.join(import.meta.dirname, 'samples/statement.docx')));
const mailFolder = path.join(import.meta.dirname, '../../../../shared/importers/mail/samples/eml');
const mailType = 'message/rfc822; quoted=no';

async function laid(mediaType: string, bytes: Uint8Array): Promise<{ end: LaidEnd; pictures: LaidPicture[] }> {
  const pictures: LaidPicture[] = [];
  const end = await layOutPaper({ mediaType }, rangesOf(bytes), async (picture) => void pictures.push(LaidPicture.parse(picture)));
  if (end.laidOut !== null) LaidOut.parse(end.laidOut);
  return { end, pictures };
}

const docx = async (bytes: Uint8Array): Promise<LaidOut> => {
  const { end } = await laid(paperTypes.docx, bytes);
  if (end.laidOut === null) throw new Error(`not laid out: ${end.why}`);
  return end.laidOut;
};

const mail = async (html: string): Promise<LaidOut> => {
  const { end } = await laid(mailType, Buffer.from(`From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`));
  if (end.laidOut === null) throw new Error(`not laid out: ${end.why}`);
  return end.laidOut;
};

/** Pieces in short: words with what is said of them in braces. */
const short = (pieces: readonly LaidPiece[]): string => pieces.map((piece) => {
  switch (piece.is) {
    case 'words': return `${piece.words}${piece.looks.length + (piece.change ?? 0) > 0 || piece.hidden !== null || piece.link !== '' ? `{${[...piece.looks, ...(piece.change === null ? [] : [piece.change]), ...(piece.hidden === null ? [] : [piece.hidden]), ...(piece.link === '' ? [] : [piece.link])].join(' ')}}` : ''}`;
    case 'picture': return `<picture ${piece.picture}: ${piece.description}>`;
    case 'no-picture': return `<${piece.why}: ${piece.address}${piece.description}${piece.hidden === null ? '' : ` ${piece.hidden}`}>`;
    case 'note': return `<note ${piece.note}>`;
    case 'comment': return `<${piece.at} ${piece.comment}>`;
  }
}).join('');
const shortBlock = (block: LaidBlock): string => {
  if (block.is === 'table') return `${block.what}[${block.rows.map(({ isHead, cells }) => `${isHead ? '!' : ''}${cells.map(({ across, down, blocks }) => `${across > 1 ? `${across}×` : ''}${down > 1 ? `${down}↓` : ''}${blocks.map(shortBlock).join('/')}`).join('|')}`).join('; ')}]`;
  if (block.is !== 'paragraph') return `(${block.is})`;
  return `${block.heading > 0 ? `h${block.heading} ` : ''}${block.list === null ? '' : `${'  '.repeat(block.list.depth)}${block.list.sign} `}${block.align === 'start' ? '' : `${block.align} `}${short(block.pieces)}${block.change === null ? '' : `¶${block.change}`}`;
};
const shorts = ({ body }: LaidOut): string[] => body.map(shortBlock);

describe('Word', () => {
  it('a file that LibreOffice wrote: headings, lists by their numbers, a table, what was changed by whom, remarks, notes, heads and feet, hidden words, a picture', async () => {
    const { end, pictures } = await laid(paperTypes.docx, statement);
    const laidOut = end.laidOut!;
    expect(shorts(laidOut)).toEqual([
      'h1 Statement of Mara Quill{bold}',
      'I live at 12 Rose{bold} Lane. He rang me twice {1}that night, and I was calm{2}.<note 1>',
      '<begin 1>He broke the door.<end 1> Twice{italic} I said{underlined} so.white on white{colour}not to be seen{marked-hidden}',
      'h2 What happened{bold}',
      '1. First he came.', '  (a) By car.', '  (b) With another.', '2. Then he left.',
      'table[!Day|Calls; 2×Monday: none; Tuesday|41]',
      'centre See the policy{underlined https://force.example/policy}.',
      '<picture 1: The door, from outside>',
    ]);
    expect(laidOut.changes).toEqual([{ kind: 'deleted', by: 'DS Hale', at: '2021-03-04T10:16:00Z' }, { kind: 'inserted', by: 'DS Hale', at: '2021-03-04T10:15:00Z' }]);
    expect(laidOut.comments.map(({ by, at, blocks }) => [by, at, blocks.map(shortBlock).join()])).toEqual([['Legal', '2021-03-05T09:00:00Z', 'Can we leave this out?']]);
    expect(laidOut.notes.map(({ kind, sign, blocks }) => [kind, sign, blocks.map(shortBlock).join().trim()])).toEqual([['footnote', '1', 'By the phone’s own clock.']]);
    expect(laidOut.edges.map(({ edge, on, blocks }) => [edge, on, blocks.map(shortBlock).join()])).toEqual([['head', ['all'], 'Northmere Police, ref 47/1'], ['foot', ['all'], expect.stringMatching(/^Page \d$/)]]);
    expect(pictures.map(({ picture, mediaType }) => [picture, mediaType])).toEqual([[1, 'image/png']]);
    expect(laidOut.body.find((block) => block.is === 'paragraph' && block.pieces[0]?.is === 'picture')).toMatchObject({ pieces: [{ widthMm: expect.closeTo(20, 0), heightMm: expect.closeTo(10, 0) }] });
    const printed = wordsOf(laidOutPages({ laidOut, pictures: new Map() }));
    expect(printed).toContain('He rang me [deleted, change 1: twice ]that night[inserted, change 2: , and I was calm].[note 1]');
    expect(printed).toContain('[words hidden by their colour: white on white][hidden words: not to be seen]');
    expect(printed).toContain('the policy [leads to https://force.example/policy].');
    expect(printed).toContain('Comment 1, by Legal, 2021-03-05T09:00:00Z');
  });

  it('what is moved, rows and ends of paragraphs that were put in, changes of the look', async () => {
    const laidOut = await docx(packed({ 'word/document.xml': wordXml('<w:p><w:pPr><w:rPr><w:ins w:author="A" w:date="d"/></w:rPr></w:pPr><w:moveFrom w:author="A"><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo w:author="A"><w:r><w:rPr><w:rPrChange w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>come</w:t></w:r></w:moveTo></w:p><w:tbl><w:tr><w:trPr><w:del w:author="B"/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>') }));
    expect(shorts(laidOut)).toEqual(['gone{1}come{2}¶3', 'table[x]']);
    expect(laidOut.changes.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['moved-away A', 'moved-here A', 'inserted A', 'deleted B']);
    expect(laidOut.changedLooks).toBe(1);
    expect(wordsOf(laidOutPages({ laidOut, pictures: new Map() }))).toContain('[row deleted, change 4]');
  });

  it('words in boxes, fields, content controls and unknown elements are not passed over; codes of fields are not words', async () => {
    const body = '<w:p><w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent><w:r><w:t>control </w:t></w:r></w:sdtContent></w:sdt><w:odd><w:r><w:t>unknown </w:t></w:r></w:odd><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://a.example/?q"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>here</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
      + '<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>twice</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>before</w:t><w:br w:type="page"/><w:t>after</w:t></w:r></w:p>';
    expect(shorts(await docx(packed({ 'word/document.xml': wordXml(body) })))).toEqual(['control unknown here{https://a.example/?q}', 'text-box[in a box]', 'before', '(new-page)', 'after']);
  });

  it('a picture elsewhere is named, never had; one that is not there, and one of a kind that is not drawn, too', async () => {
    const image = (id: string): string => `<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="seal"/><pic:blipFill><a:blip r:${id.startsWith('x') ? 'link' : 'embed'}="${id}"/><a:srcRect l="50000"/></pic:blipFill></wp:inline></w:drawing></w:r></w:p>`;
    const rels = '<Relationships><Relationship Id="x" Type="image" Target="https://pixel.example/a.png?to=her" TargetMode="External"/><Relationship Id="a" Type="image" Target="media/none.png"/><Relationship Id="b" Type="image" Target="media/drawing.emf"/></Relationships>';
    const { end, pictures } = await laid(paperTypes.docx, packed({ 'word/document.xml': wordXml(['x', 'a', 'b', 'c'].map(image).join('')), 'word/_rels/document.xml.rels': rels, 'word/media/drawing.emf': 'no picture' }));
    expect(shorts(end.laidOut!)).toEqual(['<remote: https://pixel.example/a.png?to=herseal>', '<absent: seal>', '<kind: seal>', '<absent: seal>']);
    expect(pictures).toEqual([]);
  });

  it('more than fits is cut, and says so', async () => {
    const laidOut = await docx(packed({ 'word/document.xml': wordXml(`<w:p><w:r><w:t>${'word '.repeat(200_000)}</w:t></w:r></w:p>`.repeat(3)) }));
    expect(laidOut.isCut).toBe(true);
    const pages = await docx(packed({ 'word/document.xml': wordXml('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'.repeat(5000)) }));
    expect([pages.isCut, pages.body.filter(({ is }) => is === 'new-page').length < 1001]).toEqual([true, true]);
  });
});

describe('OpenDocument', () => {
  it('the same text as LibreOffice keeps it says the same', async () => {
    const { end, pictures } = await laid(paperTypes.odt, new Uint8Array(readFileSync(path.join(import.meta.dirname, 'samples/statement.odt'))));
    const laidOut = end.laidOut!;
    expect(shorts(laidOut)).toEqual([
      'h1 Statement of Mara Quill{bold}', 'I live at 12 Rose{bold} Lane. He rang me twice {1}that night, and I was calm{2}.<note 1>', '<begin 1>He broke the door.<end 1> Twice{italic} I said{underlined} so.white on white{colour}not to be seen{marked-hidden}', 'h2 What happened{bold}',
      '1. First he came.', '  (a) By car.', '  (b) With another.', '2. Then he left.', 'table[!Day|Calls; 2×Monday: none; Tuesday|41]', 'centre See the policy{https://force.example/policy}.', '<picture 1: The door, from outside>',
    ]);
    expect(laidOut.changes).toEqual([{ kind: 'deleted', by: 'DS Hale', at: '2021-03-04T10:16:00' }, { kind: 'inserted', by: 'DS Hale', at: '2021-03-04T10:15:00' }]);
    expect(laidOut.comments.map(({ by, at, blocks }) => [by, at, blocks.map(shortBlock).join()])).toEqual([['Legal', '2021-03-05T09:00:00', 'Can we leave this out?']]);
    expect([laidOut.notes.map(({ kind, sign }) => [kind, sign]), laidOut.edges.map(({ edge, on, blocks }) => [edge, on, blocks.map(shortBlock).join()]), pictures.map(({ mediaType }) => mediaType)]).toEqual([[['footnote', '1']], [['head', ['all'], 'Northmere Police, ref 47/1'], ['foot', ['all'], 'Page 1']], ['image/png']]);
  });

  it('lists that go on, hidden sections, what a change took over paragraphs; one that is encrypted is locked', async () => {
    const content = '<c><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix=")"/></text:list-style><office:text><text:tracked-changes><text:changed-region text:id="a"><text:deletion><office:change-info><dc:creator>B</dc:creator></office:change-info><text:p>one</text:p><text:p>two</text:p></text:deletion></text:changed-region></text:tracked-changes>'
      + '<text:list text:style-name="L"><text:list-item><text:p>x</text:p><text:p>more</text:p></text:list-item></text:list><text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>y</text:p></text:list-item></text:list><text:list text:style-name="L"><text:list-item><text:p>z</text:p></text:list-item></text:list><text:section text:display="none"><text:p>unseen</text:p></text:section><text:p>a<text:change text:change-id="a"/>b</text:p></office:text></c>';
    const { end } = await laid(paperTypes.odt, packed({ 'content.xml': content }));
    expect(shorts(end.laidOut!)).toEqual(['i) x', ' more', 'ii) y', 'i) z', 'unseen{marked-hidden}', 'aone\ntwo{1}b']);
    expect((await laid(paperTypes.odt, packed({ 'content.xml': 'x', 'META-INF/manifest.xml': '<manifest:encryption-data />' }))).end).toEqual({ laidOut: null, why: 'locked' });
  });
});

describe('the HTML of a mail', () => {
  it('headings, lists, a table of data, one that only places things; links by where they really lead', async () => {
    expect(shorts(await mail('<h1>Hello</h1><table role="presentation"><tr><td><p>left</p></td><td>right</td></tr></table><ol type="a" start="3"><li>one<ul><li>deep</li></ul></li><li><b>two</b></li></ol><table><tr><th>Day</th><th>Calls</th></tr><tr><td>Mon</td><td>3</td></tr></table><p align=right>Go to <a href="https://evil.example/x">https://bank.example</a><br>now</p>'))).toEqual([
      'h1 Hello', 'left', 'right', 'c. one', '  ◦ deep', 'd. two{bold}', 'table[!Day{bold}|Calls{bold}; Mon|3]', 'end Go to https://bank.example{https://evil.example/x}\nnow',
    ]);
  });

  it('what a reader would not see is there, and why it is not seen', async () => {
    const hidden = await mail('<style>.pre{display:none} @media print{.shown{display:none}}</style><p class="pre">by class</p><p class="shown">shown</p><p style="color:#fff">white</p><p style="background:#000;color:#fff">on black</p><p style="font-size:1px">small</p><div style="max-height:0;overflow:hidden">none</div><p style="visibility: hidden !important">not</p><span style="color:transparent">clear</span><!--[if mso]><p>Outlook</p><![endif]-->');
    expect(shorts(hidden)).toEqual(['by class{not-displayed}', 'shown', 'white{colour}', 'on black', 'small{size}', 'none{not-displayed}', 'not{not-displayed}', 'clear{colour}Outlook{not-displayed}']);
  });

  it('each remote picture is marked where it would stand; scripts and forms are no words, and are said', async () => {
    const laidOut = await mail('<p>a<img src="https://pixel.example/o.gif?u=her" alt="logo" width=1 height=1>b</p><script>steal()</script><form><input name=q value="typed"><input type=checkbox checked></form><div style="background-image:url(//cdn.example/b.png)">c</div><svg><text>drawn</text></svg>');
    expect(shorts(laidOut)).toEqual(['a<remote: https://pixel.example/o.gif?u=herlogo>b', 'typed☒', '<remote: //cdn.example/b.png>c', '<kind: >']);
    expect(laidOut.holds).toMatchObject({ scripts: 1, fields: 2 });
    const printed = `${(laidOutPages({ laidOut, pictures: new Map() }) as { source: string }).source}`;
    expect(printed).not.toMatch(/<(?:script|img|form|input|a )/);
    expect(printed).toContain('[picture not fetched: <bdi>https://pixel.example/o.gif?u=her</bdi>');
  });

  it('names that every object has are names like others', async () => {
    expect(shorts(await mail('<constructor style="color:constructor;background:toString">x</constructor><ol type="valueOf"><li>y</li></ol>'))).toEqual(['x', '1. y']);
    expect(shorts(await docx(packed({ 'word/document.xml': wordXml('<w:p><constructor><w:r><w:t>z</w:t></w:r></constructor></w:p>') })))).toEqual(['z']);
  });

  it('pictures that lie in the mail are had by their Content-ID', async () => {
    const { end, pictures } = await laid(mailType, new Uint8Array(readFileSync(path.join(mailFolder, 'related-inline-picture.eml'))));
    expect(shorts(end.laidOut!).join('\n')).toContain('<picture 1');
    expect(pictures.length + shorts(end.laidOut!).filter((line) => line.includes('<kind')).length).toBeGreaterThan(0);
  });

  it('of Outlook’s file too, also where Outlook keeps it in RTF', async () => {
    const { end, pictures } = await laid('application/vnd.ms-outlook', new Uint8Array(readFileSync(path.join(mailFolder, '../msg/received-with-rtf-html.msg'))));
    expect([end.why, shorts(end.laidOut!), pictures.map(({ mediaType }) => mediaType)]).toEqual([null, ['Café – ж😀 {braces} bold{bold}ж\u00a0<remote: https://pixel.force.example/o.gif><kind: >'], []]);
    expect((await laid('application/vnd.ms-outlook', new Uint8Array(readFileSync(path.join(mailFolder, '../msg/unsent-rtf-only.msg'))))).end.why).toBe('nothing');
    expect((await laid('application/vnd.ms-outlook', Buffer.from('nothing'))).end.why).toBe('damaged');
  });

  it('a mail without HTML has nothing to lay out', async () => {
    expect((await laid(mailType, new Uint8Array(readFileSync(path.join(mailFolder, 'plain-two-servers.eml'))))).end).toEqual({ laidOut: null, why: 'nothing' });
  });
});

it('a saved page, and one saved in one file with its picture by its address', async () => {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const saved = await laid(paperTypes.html, Buffer.from(`<html><head><title>no</title></head><body><h2>Posts</h2><p>Caf\u00e9</p><img src="data:image/png;base64,${dot}" alt="dot"><img src="page_files/a.png"></body></html>`));
  expect([shorts(saved.end.laidOut!), saved.pictures.map(({ mediaType }) => mediaType)]).toEqual([['h2 Posts', 'Caf\u00e9', '<picture 1: dot><absent: >'], ['image/png']]);
  const archive = `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Seen</p><img src="https://social.example/a.png"><img src="https://social.example/b.png">\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://social.example/a.png\r\n\r\n${dot}\r\n--b--\r\n`;
  const one = await laid(paperTypes.mhtml, Buffer.from(archive));
  expect([shorts(one.end.laidOut!), one.pictures.length]).toEqual([['Seen', '<picture 1: ><remote: https://social.example/b.png>'], 1]);
});

it('spoilt files always come to an end that is said, in time, and to what the schema takes', async () => {
  const mails = ['related-inline-picture.eml', 'remote-every-kind.eml', 'html-only.eml'].map((name): [string, Uint8Array] => [mailType, new Uint8Array(readFileSync(path.join(mailFolder, name)))]);
  const parts = packed({ 'word/document.xml': wordXml('<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:ins w:author="a"><w:r><w:t>a</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>') });
  await fc.assert(fc.asyncProperty(fc.constantFrom<[string, Uint8Array]>([paperTypes.docx, statement], [paperTypes.docx, parts], [paperTypes.odt, packed({ 'content.xml': '<text:list><text:list-item><text:p>a<office:annotation/><draw:frame><draw:image xlink:href="x"/></draw:frame></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:h>a</text:h></table:table-cell></table:table-row></table:table>' })], ...mails), fc.array(fc.record({ at: fc.nat(9000), put: fc.uint8Array({ maxLength: 8 }), remove: fc.nat(8) }), { maxLength: 8 }), async ([mediaType, sample], changes) => {
    let bytes: Uint8Array = sample;
    for (const { at, put, remove } of changes) bytes = Buffer.concat([bytes.subarray(0, at % (bytes.length + 1)), put, bytes.subarray((at % (bytes.length + 1)) + remove)]);
    const begun = performance.now();
    const { end } = await laid(mediaType, bytes);
    expect((end.laidOut === null) === (end.why !== null)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(5000);
  }), { numRuns: 100 });
  const deep = wordXml(`${'<w:tbl><w:tr><w:tc>'.repeat(300)}<w:p><w:r><w:t>deep</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(300)}`);
  expect(JSON.stringify(await docx(packed({ 'word/document.xml': deep })))).toContain('deep');
  expect(JSON.stringify(await mail(`${'<table><tr><td>a<td>'.repeat(3000)}deep`))).toContain('deep');
});
