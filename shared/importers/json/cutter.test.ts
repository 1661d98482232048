import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { largestElementBytes, type Cut } from './cutter';
import { readJson, readJsonHead } from './read-json';
import { take, type Wanted } from './wanted';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function cutsOf(bytes: Uint8Array | string, wanted: Wanted, pieceBytes = 1 << 16): Promise<Cut[]> {
  const whole = typeof bytes === 'string' ? bytesOf(bytes) : bytes;
  const cuts: Cut[] = [];
  // One buffer for all pieces, as a file is read: what the cutter keeps must be its own.
  const shared = new Uint8Array(pieceBytes);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < whole.length; from += pieceBytes) {
      const piece = whole.subarray(from, from + pieceBytes);
      shared.set(piece);
      yield shared.subarray(0, piece.length);
    }
  }
  for await (const some of readJson(pieces(), wanted)) cuts.push(...some);
  return cuts;
}

const shown = (cuts: readonly Cut[]): string[] =>
  cuts.map((cut) => `${cut.cut} ${cut.at} ${cut.line}@${cut.offset}+${cut.length}${cut.cut === 'value' ? ` ${JSON.stringify(cut.value)}` : cut.cut === 'not-understood' ? ` ${cut.isRest ? 'rest ' : ''}${cut.text}` : ''}`);

const chat: Wanted = { name: take, messages: [take] };

describe('what is wanted of a document', () => {
  it('is given with its bytes and its line, and all else is passed over', async () => {
    const text = '{\n "name": "Sam",\n "other": [{"name": "no"}],\n "messages": [\n  {"id": 1, "text": "a\\"}]"},\n  2\n ]\n}\n';
    const cuts = await cutsOf(text, chat);
    expect(shown(cuts)).toEqual([
      'opened  1@0+1', 'value name 2@11+5 "Sam"', 'opened messages 4@59+1', 'value messages/* 5@63+26 {"id":1,"text":"a\\"}]"}', 'value messages/* 6@93+1 2', 'closed messages 7@96+1', 'closed  8@98+1',
    ]);
    for (const cut of cuts) if (cut.cut === 'value') expect(JSON.parse(text.slice(cut.offset, cut.offset + cut.length))).toEqual(cut.value);
  });

  it.each([1, 2, 3, 5])('is the same in pieces of %i bytes', async (pieceBytes) => {
    const text = '\ufeff{"name":"Ren\u00e9 \ud83d\ude00 \\\\","x":{"a":[1,{"b":"]"}]},"messages":[ {"t":"\\u00e9\\n"} ,-1.5e3,true,null,"",[]],"z":0}';
    expect(shown(await cutsOf(text, chat, pieceBytes))).toEqual(shown(await cutsOf(text, chat)));
    expect(shown(await cutsOf(text, chat)).filter((line) => line.startsWith('value'))).toEqual([
      'value name 1@11+15 "René 😀 \\\\"', 'value messages/* 1@64+16 {"t":"é\\n"}', 'value messages/* 1@82+6 -1500', 'value messages/* 1@89+4 true', 'value messages/* 1@94+4 null', 'value messages/* 1@99+2 ""', 'value messages/* 1@102+2 []',
    ]);
  });

  it('may be the elements of a list that is the whole document, or the document', async () => {
    expect(shown(await cutsOf('[1,"a"]', [take]))).toEqual(['opened  1@0+1', 'value * 1@1+1 1', 'value * 1@3+3 "a"', 'closed  1@6+1']);
    expect(shown(await cutsOf(' 17', take))).toEqual(['value  1@1+2 17']);
  });

  it('is found in lists within lists, each time they come', async () => {
    const cuts = await cutsOf('{"list":[{"m":[1]},{"m":[]},{},{"m":[2,3]}],"list":[{"m":[4]}]}', { list: [{ m: [take] }] });
    expect(cuts.flatMap((cut) => (cut.cut === 'value' ? [cut.value] : []))).toEqual([1, 2, 3, 4]);
    expect(cuts.filter((cut) => cut.cut === 'opened' && cut.at === 'list/*').length).toBe(5);
  });

  it('can be seen in the beginning of a file, which is cut anywhere', () => {
    expect(shown(readJsonHead(bytesOf('{"name":"Sam","messages":[{"id":1},{"i'), chat))).toEqual(['opened  1@0+1', 'value name 1@8+5 "Sam"', 'opened messages 1@25+1', 'value messages/* 1@26+8 {"id":1}']);
  });
});

describe('what cannot be read', () => {
  it('is one element, and the next is read', async () => {
    expect(shown(await cutsOf('{"messages":[{"a":tru},{"a":1}]}', chat))).toEqual(['opened  1@0+1', 'opened messages 1@12+1', 'not-understood messages/* 1@13+9 {"a":tru}', 'value messages/* 1@23+7 {"a":1}', 'closed messages 1@30+1', 'closed  1@31+1']);
  });

  it('is an object with the same key twice, at any depth: neither value is chosen', async () => {
    const cuts = await cutsOf('{"messages":[{"from":"Sam","from":"Dan"},{"a":[{"b":1,"b":1}]},{"a":{"c":":"},"b":":"}]}', chat);
    expect(cuts.map((cut) => cut.cut)).toEqual(['opened', 'opened', 'not-understood', 'not-understood', 'value', 'closed', 'closed']);
  });

  it('is nesting deeper than any exporter writes, and costs no stack', async () => {
    const deep = 2_000_000;
    const cuts = await cutsOf(`{"messages":[${'['.repeat(deep)}${']'.repeat(deep)},1]}`, chat);
    expect(cuts.map((cut) => [cut.cut, cut.length])).toEqual([['opened', 1], ['opened', 1], ['not-understood', deep * 2], ['value', 1], ['closed', 1], ['closed', 1]]);
  });

  it('is an element of more values than any exporter writes', async () => {
    const cuts = await cutsOf(`{"messages":[[${'0,'.repeat(500_000)}0],1]}`, chat);
    expect(cuts.map((cut) => cut.cut)).toEqual(['opened', 'opened', 'not-understood', 'value', 'closed', 'closed']);
  });

  it.each([1 << 16, 32 * 1024 * 1024])('is an element larger than may be held, of which only the beginning is shown (pieces of %i)', async (pieceBytes) => {
    const long = largestElementBytes + 10;
    const cuts = await cutsOf(`{"messages":["${'é'.repeat(long / 2)}","next"]}`, chat, pieceBytes);
    expect(cuts.map((cut) => [cut.cut, cut.length])).toEqual([['opened', 1], ['opened', 1], ['not-understood', long + 2], ['value', 6], ['closed', 1], ['closed', 1]]);
    const [, , large] = cuts;
    expect(large?.cut === 'not-understood' && large.text.length < 70_000 && large.text.startsWith('"ééé')).toBe(true);
  });

  it('is the rest of a file that ends in the middle: all whole elements before it are given', async () => {
    expect(shown(await cutsOf('{"messages":[1,\n{"id":2},\n{"id": 3, "te', chat))).toEqual(['opened  1@0+1', 'opened messages 1@12+1', 'value messages/* 1@13+1 1', 'value messages/* 2@16+8 {"id":2}', 'not-understood  2@24+15 rest {"id": 3, "te']);
    expect(shown(await cutsOf('{"messages":[1', chat)).at(-1)).toBe('not-understood  1@13+1 rest 1');
    expect(shown(await cutsOf('{"messages":[1]', chat)).at(-1)).toBe('not-understood  1@15+0 rest ');
    expect(shown(await cutsOf('{"other":{"a', chat)).at(-1)).toBe('not-understood  1@1+11 rest {"a');
    expect(shown(await cutsOf('', chat))).toEqual(['not-understood  1@0+0 rest ']);
  });

  it.each(['{"messages":[1,]}', '{"messages":[1 2]}', '{"messages":[1}', '{"messages":[1]]', '{"messages":[1],}', '{"messages":[1]}x', '{"messages":[1]}{"messages":[2]}', '{"messages":[1],:}', '{messages:[1]}'])('is the rest of %s', async (text) => {
    const cuts = await cutsOf(text, chat);
    const rest = cuts.at(-1);
    expect(rest?.cut === 'not-understood' && rest.isRest && rest.offset + rest.length === text.length).toBe(true);
    expect(cuts.filter((cut) => cut.cut === 'value').length).toBe(text.startsWith('{m') ? 0 : 1);
  });

  it('is what stands where a list or an object was looked for; nothing there is no fault', async () => {
    expect(shown(await cutsOf('{"messages":{"a":1}}', chat))[1]).toBe('not-understood messages 1@12+7 {"a":1}');
    expect(shown(await cutsOf('{"messages":null,"name":null}', chat))).toEqual(['opened  1@0+1', 'value name 1@24+4 null', 'closed  1@28+1']);
  });
});

describe('text as exporters write it', () => {
  it('reads a control character as Telegram escapes it, and a backslash before an x as a backslash', async () => {
    const [, value] = await cutsOf('["a\\x0Bb \\\\x0B \\"\\x1f\\""]', [take]);
    expect(value?.cut === 'value' ? value.value : null).toBe('a\u000bb \\x0B "\u001f"');
  });

  it('reads surrogates that are escaped, alone or in pairs, and marks bytes that are no text', async () => {
    const [, pair, alone, bad] = await cutsOf(new Uint8Array([...bytesOf('["\\ud83d\\ude00","\\ud83d","'), 0xff, 0xc3, ...bytesOf('"]')]), [take]);
    expect([pair, alone, bad].map((cut) => (cut?.cut === 'value' ? cut.value : null))).toEqual(['😀', '\ud83d', '\ufffd\ufffd']);
  });

  it('keeps a key that steers prototypes as a key', async () => {
    const [, value] = await cutsOf('[{"__proto__":{"isOwner":true},"constructor":1}]', [take]);
    expect(value?.cut === 'value' && Object.keys(value.value as object)).toEqual(['__proto__', 'constructor']);
    expect(value?.cut === 'value' && (value.value as { isOwner?: boolean }).isOwner).toBe(undefined);
  });
});

describe('any JSON', () => {
  it('gives each element as JSON.parse does, from its own bytes, in pieces of any size', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), fc.constantFrom(undefined, 1, '\t'), async (values, pieceBytes, indent) => {
      const bytes = bytesOf(JSON.stringify({ skipped: values, messages: values }, null, indent));
      const given = (await cutsOf(bytes, { messages: [take] }, pieceBytes)).filter((cut) => cut.cut === 'value');
      expect(given.map((cut) => cut.value)).toEqual(values.map((value) => JSON.parse(JSON.stringify(value)) as unknown));
      for (const cut of given) {
        expect(JSON.parse(new TextDecoder().decode(bytes.subarray(cut.offset, cut.offset + cut.length)))).toEqual(cut.value);
        expect(cut.line).toBe(bytes.subarray(0, cut.offset).filter((byte) => byte === 0x0a).length + 1);
      }
    }), { numRuns: 200 });
  });

  it('ends, within its bytes and in order, whatever bytes there are', async () => {
    const likely = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"messages"', '"', '\\', ' ', '\n', '1', 'x', '\u0000', 'é'), { maxLength: 60 }).map((parts) => bytesOf(parts.join('')));
    await fc.assert(fc.asyncProperty(fc.oneof(likely, fc.uint8Array({ maxLength: 40 })), fc.integer({ min: 1, max: 9 }), async (bytes, pieceBytes) => {
      const cuts = await cutsOf(bytes, chat, pieceBytes);
      let before = 0;
      for (const cut of cuts) {
        expect(cut.offset).toBeGreaterThanOrEqual(before);
        expect(cut.offset + cut.length).toBeLessThanOrEqual(bytes.length);
        before = cut.offset;
      }
      expect(shown(cuts)).toEqual(shown(await cutsOf(bytes, chat)));
    }), { numRuns: 400 });
  });
});
