import type { BuiltBundle } from '../../../../shared/model/export';
import { messages } from '../../../../shared/messages/en-gb';
import { Notice } from '../../../ui/notice';

/** More are counted only. */
const mostNamed = 10;

/** What does not stand where it stood when the bundle was issued. */
export function MovedPages({ moved }: Pick<BuiltBundle, 'moved'>) {
  if (moved.length === 0) return null;
  const words = messages.bundle.moved;
  return (
    <Notice tone="needs-you" title={words.title(moved.length)}>
      <p>{words.words}</p>
      <ul className="pages-left-out">{moved.slice(0, mostNamed).map(({ mark, was, is }) => <li key={mark}><span><strong>{mark}</strong> {words.one(was, is)}</span></li>)}</ul>
      {moved.length > mostNamed && <p className="small">{words.more(moved.length - mostNamed)}</p>}
    </Notice>
  );
}
