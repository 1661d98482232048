import { messages } from '../../../../shared/messages/en-gb';
import type { InSeveralFiles } from '../../../../shared/model/export';
import { Notice } from '../../../ui/notice';
import { sayBytes } from '../../../ui/say-bytes';

/** More are counted only. */
const mostNamed = 12;

/** As which files pages will be saved that are larger than one may be, and what is too large by itself. */
export function InFiles({ files }: { readonly files: InSeveralFiles | null }) {
  if (files === null) return null;
  const { parts, mostMB, alone } = files;
  const words = messages.bundle.inFiles;
  return (
    <>
      {alone.length > 0 && (
        <Notice tone="needs-you" title={words.aloneTitle(alone.length, mostMB)}>
          <p className="small">{words.alone}</p>
          <ul className="pages-left-out">{alone.slice(0, mostNamed).map(({ mark, name }) => <li key={mark}><span><strong>{mark}</strong> <bdi>{name}</bdi></span></li>)}</ul>
          {alone.length > mostNamed && <p className="small">{words.more(alone.length - mostNamed)}</p>}
        </Notice>
      )}
      <Notice title={words.title(parts.length, mostMB)}>
        <p className="small">{words.words}</p>
        <ul className="pages-left-out">{parts.slice(0, mostNamed).map(({ first, last, sizeBytes }, index) => <li key={first}>{words.one(index + 1, first, last, sayBytes(sizeBytes))}</li>)}</ul>
        {parts.length > mostNamed && <p className="small">{words.more(parts.length - mostNamed)}</p>}
      </Notice>
    </>
  );
}
