import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { textOf, type Dictionary, type ReadPdf } from '../accessible-work/read-pdf';

/** ISO 19005-2:2011, 6.1 (file structure), 6.2.3 (output intent), 6.6 (metadata), 6.8, 6.9: what is of the whole file. */
export function checkFile(file: string, pdf: ReadPdf): string[] {
  return [...header(readFileSync(file)), ...trailer(pdf), ...intent(pdf), ...metadata(pdf), ...catalog(pdf), ...packing(file), ...limits(pdf)];
}

function header(bytes: Buffer): string[] {
  const wrong: string[] = [];
  const begins = bytes.subarray(0, 24);
  if (!/^%PDF-1\.[0-7](?:\r\n|\r|\n)%/.test(begins.toString('latin1'))) wrong.push('6.1.2: the file does not begin as it must');
  const comment = begins.subarray(begins.indexOf(0x25, 1) + 1);
  if (comment.subarray(0, 4).some((code) => code <= 127)) wrong.push('6.1.2: no comment of four bytes above 127');
  if (!/%%EOF(?:\r\n|\r|\n)?$/.test(bytes.subarray(-8).toString('latin1'))) wrong.push('6.1.3: something follows the end of the file');
  const text = bytes.toString('latin1');
  if (/\n\d+ +\d+ +obj[^\r\n]/.test(text.replace(/stream\r?\n[\s\S]*?endstream/g, 'stream'))) wrong.push('6.1.9: an object does not begin on a line of its own');
  for (const { index, 0: found, 1: length } of text.matchAll(/\/Length (\d+)[^]{0,400}?>>\s*stream\r?\n/g)) {
    const after = text.slice(index + found.length + Number(length), index + found.length + Number(length) + 12);
    if (!/^(?:\r\n|\r|\n)endstream/.test(after)) { wrong.push('6.1.7.1: a stream is not as long as it says'); break; }
  }
  return wrong;
}

function trailer(pdf: ReadPdf): string[] {
  const wrong: string[] = [];
  if (pdf.list(pdf.trailer['/ID']).length !== 2) wrong.push('6.1.3: the file has no id');
  if (pdf.trailer['/Encrypt'] !== undefined) wrong.push('6.1.3: the file is locked');
  return wrong;
}

function intent(pdf: ReadPdf): string[] {
  const all = pdf.list(pdf.catalog['/OutputIntents']);
  const one = pdf.dictionary(all[0]);
  if (all.length !== 1 || one['/S'] !== '/GTS_PDFA1' || textOf(one['/OutputConditionIdentifier']) === '') return ['6.2.3: no output intent'];
  const profile = pdf.stream(one['/DestOutputProfile']);
  const at = (from: number) => profile.toString('latin1', from, from + 4);
  const wrong: string[] = [];
  if (profile.length < 132 || profile.readUInt32BE(0) !== profile.length || at(36) !== 'acsp') wrong.push('6.2.3: the profile is none');
  if (!['mntr', 'prtr'].includes(at(12)) || at(16) !== 'RGB ' || (profile[8] ?? 9) > 4) wrong.push('6.2.3: the profile is not one of a screen’s colours');
  if (pdf.dictionary(one['/DestOutputProfile'])['/N'] !== 3) wrong.push('6.2.4.2: the profile says another number of channels');
  // ISO 15076-1, 8.4: what a profile of a screen must hold.
  const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => ({ name: at(132 + 12 * index), from: profile.readUInt32BE(136 + 12 * index), length: profile.readUInt32BE(140 + 12 * index) }));
  for (const name of ['desc', 'cprt', 'wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']) if (!tags.some((tag) => tag.name === name && tag.from % 4 === 0 && tag.from + tag.length <= profile.length)) wrong.push(`6.2.3: the profile does not say ${name}`);
  return wrong;
}

function metadata(pdf: ReadPdf): string[] {
  const at = pdf.catalog['/Metadata'];
  const xmp = pdf.stream(at).toString('utf8');
  const wrong: string[] = [];
  const said = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xmp)?.[1];
  if (!xmp.startsWith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>') || /<\?xpacket[^>]*\b(?:bytes|encoding)=/.test(xmp)) wrong.push('6.6.2: the packet does not begin as it must');
  if (said('pdfaid:part') !== '2' || said('pdfaid:conformance') !== 'B' || !xmp.includes('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"')) wrong.push('6.6.4: the file does not say that it is PDF/A-2b');
  const info = pdf.dictionary(pdf.trailer['/Info']);
  const day = (text: string) => text.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const [key, name] of [['/CreationDate', 'xmp:CreateDate'], ['/ModDate', 'xmp:ModifyDate'], ['/Creator', 'xmp:CreatorTool'], ['/Producer', 'pdf:Producer']] as const) if (day(textOf(info[key])) !== said(name)) wrong.push(`6.6.3: ${key} says another thing than ${name}`);
  if (/<rdf:li xml:lang="x-default">([^<]*)</.exec(xmp)?.[1] !== escaped(textOf(info['/Title']))) wrong.push('6.6.3: the title is told in two ways');
  if (pdf.dictionary(at)['/Subtype'] !== '/XML') wrong.push('6.6.2: the metadata is not said to be XML');
  return wrong;
}

function catalog(pdf: ReadPdf): string[] {
  const { catalog: own, dictionary, list } = pdf;
  const wrong: string[] = [];
  for (const key of ['/AA', '/Requirements', '/Perms', '/AcroForm', '/NeedsRendering', '/Collection']) if (own[key] !== undefined) wrong.push(`the catalogue holds ${key}`);
  const names = dictionary(own['/Names']);
  for (const key of ['/JavaScript', '/EmbeddedFiles', '/AlternatePresentations']) if (names[key] !== undefined) wrong.push(`6.5, 6.8, 6.10: names of ${key}`);
  if (dictionary(own['/OpenAction'])['/S'] !== undefined) wrong.push('6.5.1: something is done when the file is opened');
  const layers = dictionary(own['/OCProperties']);
  const standard = dictionary(layers['/D']);
  if (own['/OCProperties'] === undefined) return wrong;
  if (!/^[ub]:./s.test(String(pdf.value(standard['/Name']))) || standard['/AS'] !== undefined || layers['/Configs'] !== undefined) wrong.push('6.9: the way to see layers has no name, or changes by itself');
  const order = new Set(list(standard['/Order']));
  if (list(layers['/OCGs']).some((one) => !order.has(one))) wrong.push('6.9: a layer that no list shows');
  return wrong;
}

interface Packed { readonly qpdf: readonly [unknown, Readonly<Record<string, { readonly value?: unknown; readonly stream?: { readonly dict: Dictionary } }>>] }

/** 6.1.7, of every stream as it is written: what `readPdf` gives is unpacked already. */
function packing(file: string): string[] {
  const { qpdf: [, objects] } = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=none', '--decode-level=none', file], { encoding: 'utf8', maxBuffer: 1 << 29 })) as Packed;
  const valueOf = (at: unknown) => (typeof at === 'string' && objects[`obj:${at}`] !== undefined ? objects[`obj:${at}`]?.value : at);
  const wrong = new Set<string>();
  for (const { stream } of Object.values(objects)) {
    if (stream === undefined) continue;
    const said = valueOf(stream.dict['/Filter']);
    const filters = (Array.isArray(said) ? said : said === undefined ? [] : [said]).map(valueOf);
    if (filters.some((filter) => !['/ASCIIHexDecode', '/ASCII85Decode', '/FlateDecode', '/RunLengthDecode', '/CCITTFaxDecode', '/JBIG2Decode', '/DCTDecode', '/JPXDecode'].includes(String(filter)))) wrong.add('6.1.7.2: a stream packed in a way that is forbidden');
    for (const key of ['/F', '/FFilter', '/FDecodeParms']) if (stream.dict[key] !== undefined) wrong.add('6.1.7.1: a stream outside of the file');
  }
  return [...wrong];
}

/** 6.1.6, 6.1.8 and 6.1.13, of every object; and what no object may hold. */
function limits(pdf: ReadPdf): string[] {
  const wrong = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'number') { if (Number.isInteger(value) ? Math.abs(value) > 2147483647 : Math.abs(value) > 3.403e38) wrong.add('6.1.13: a number that is too large'); }
    else if (typeof value === 'string') {
      if (value.startsWith('/') && Buffer.byteLength(value) > 128) wrong.add('6.1.13: a name that is too long');
      if (value.startsWith('b:') && value.length > 2 + 2 * 32767) wrong.add('6.1.13: a string that is too long');
      if (value.startsWith('u:') && Buffer.byteLength(value, 'utf16le') > 2 * 32767) wrong.add('6.1.13: a string that is too long');
    } else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) dictionary(value as Dictionary);
  };
  const dictionary = (held: Dictionary): void => {
    const action = held['/S'];
    if (typeof action === 'string' && ['/Launch', '/Sound', '/Movie', '/ResetForm', '/ImportData', '/Hide', '/SetOCGState', '/Rendition', '/Trans', '/GoTo3DView', '/JavaScript', '/SubmitForm'].includes(action)) wrong.add(`6.5.1: an action ${action}`);
    if (held['/EF'] !== undefined) wrong.add('6.8: a file within the file');
    if (held['/Subtype'] === '/PS' || held['/Subtype2'] === '/PS' || held['/OPI'] !== undefined || (held['/Subtype'] === '/Form' && (held['/PS'] !== undefined || held['/Ref'] !== undefined))) wrong.add('6.2.9: a form of a kind that is forbidden');
    if (held['/Subtype'] === '/Image' && (held['/Alternates'] !== undefined || held['/Interpolate'] === true)) wrong.add('6.2.8: a picture with alternatives, or made smooth');
    Object.entries(held).forEach(([key, value]) => { look(key); look(value); });
  };
  for (const reference of pdf.references) look(pdf.value(reference));
  if (pdf.references.length > 8388607) wrong.add('6.1.13: too many objects');
  return [...wrong];
}
