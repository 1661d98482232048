import { useEffect, useMemo, useRef, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { findMarks, FoundText } from '../ui/found-text';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { sayBytes } from '../ui/say-bytes';
import { tellEncoding, type TextEncoding, textEncodings } from './decode-text';
import './text-view.css';

/** Bytes shown at first and added by each press: a text of any length opens at once. */
const pieceBytes = 256 * 1024;
/** More than these are not marked: a word in every line would make the page slow. */
const mostMarks = 2000;

/** A text as its bytes read, with the encoding told from them and open to correction. Nothing in it is ever run or loaded. */
export function TextView({ url, name, sizeBytes, find = '' }: { url: string; name: string; sizeBytes: number; /** What is marked in it, and where it begins to be read. */ find?: string }) {
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [wanted, setWanted] = useState(pieceBytes);
  const [chosen, setChosen] = useState<TextEncoding | null>(null);
  const [cannotShow, setCannotShow] = useState(false);
  const words = messages.viewer.text;
  useEffect(() => {
    const stop = new AbortController();
    if (sizeBytes === 0) { setBytes(new Uint8Array()); return; }
    fetch(url, { headers: { Range: `bytes=0-${Math.min(wanted, sizeBytes) - 1}` }, signal: stop.signal })
      .then(async (response) => { if (!response.ok) throw new Error('refused'); setBytes(new Uint8Array(await response.arrayBuffer())); })
      .catch(() => { if (!stop.signal.aborted) setCannotShow(true); });
    return () => stop.abort();
  }, [url, wanted, sizeBytes]);
  const encoding = chosen ?? (bytes ? tellEncoding(bytes) : 'utf-8');
  const text = useMemo(() => (bytes ? new TextDecoder(encoding).decode(bytes, { stream: true }) : ''), [bytes, encoding]);
  const marks = useMemo(() => (find === '' ? [] : findMarks(text, find).slice(0, mostMarks)), [text, find]);
  const reading = useRef<HTMLPreElement>(null);
  useEffect(() => { reading.current?.querySelector('mark')?.scrollIntoView({ block: 'center' }); }, [marks]);
  const isPartial = bytes !== null && bytes.length < sizeBytes;
  // Text that reads without a slip as Unicode is just that: there is nothing to ask. Anything else may have been told wrongly.
  const mayBeWrong = chosen !== null || encoding !== 'utf-8' || text.includes('\ufffd');
  if (cannotShow) return <div className="viewer-note"><Notice announce>{words.cannotShow}</Notice></div>;
  return (
    <div className="text-view">
      {(mayBeWrong || isPartial) && (
        <div className="viewer-bar">
          {mayBeWrong && <><span className="small quiet" aria-hidden>{words.encoding}</span><Select label={words.encoding} hideLabel options={textEncodings.map((value) => ({ value, label: words.encodings[value] }))} value={encoding} onChange={setChosen} /></>}
          {isPartial && <span className="quiet small">{words.upTo(sayBytes(bytes.length), sayBytes(sizeBytes))}</span>}
        </div>
      )}
      <div className="text-view-place" tabIndex={0} role="group" aria-label={words.label(name)}>
        {bytes?.length === 0 ? <p className="quiet">{messages.viewer.empty}</p> : <pre ref={reading} className="text-view-text"><FoundText text={text} marks={marks} /></pre>}
        {isPartial && <Button onPress={() => setWanted((before) => before + 4 * pieceBytes)}>{words.showMore}</Button>}
      </div>
    </div>
  );
}
