import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { WordBox } from '../../shared/model/document-page';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Curtain } from './curtain';
import { nextZoom } from './pdf/page-layout';
import { BlackOutLayer } from './black-out';
import { OverPicture, WordMarks } from './word-marks';
import './picture-view.css';

const noMarks: readonly WordBox[] = [];

/**
 * A picture, upright as its own data says (CSS `image-orientation` follows EXIF), fitted to its place or at a chosen size.
 * `+`, `-` and `0` change the size; arrows move a picture that is larger than its place. `url` null: it is still being drawn. `bar`: what else stands beside the size. `marks`: words to be marked on it.
 */
export function PictureView({ url, name, bar = null, page = 1, marks = noMarks }: { url: string | null; /** Which of the file's pages it is, from 1. */ page?: number; name: string; bar?: ReactNode; marks?: readonly WordBox[] | undefined }) {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const picture = useRef<HTMLImageElement>(null);
  const [cannotShow, setCannotShow] = useState(false);
  const words = messages.viewer;
  if (cannotShow) return <div className="viewer-note"><Notice announce>{words.picture.cannotShow}</Notice></div>;
  const step = (direction: 1 | -1): void => setZoom((before) => nextZoom(before ?? 1, direction));
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') step(1);
    else if (event.key === '-') step(-1);
    else if (event.key === '0') setZoom(null);
    else return;
    event.preventDefault();
  }
  return (
    <Curtain what="picture">{(blurAgain) => (
      <div className="picture-view" onKeyDown={onKeyDown}>
        <div className="viewer-bar">
          <Button tone="quiet" icon={ZoomOut} onPress={() => step(-1)}>{words.zoomOut}</Button>
          <Button tone="quiet" icon={ZoomIn} onPress={() => step(1)}>{words.zoomIn}</Button>
          <Button tone="quiet" icon={Maximize} onPress={() => setZoom(null)}>{words.fit}</Button>
          <span className="quiet small" aria-live="polite">{zoom === null ? '' : words.zoomPercent(zoom)}</span>
          {bar}
          {blurAgain && <span className="viewer-bar-end">{blurAgain}</span>}
        </div>
        {/* A place that scrolls must be reachable by keyboard. */}
        <div className="picture-place" tabIndex={0} role="group" aria-label={words.picture.label(name)}>
          {url === null ? <p className="viewer-note quiet" role="status">{words.opening}</p> : <img
            ref={picture} src={url} alt={name} draggable={false} className={zoom === null ? 'picture-fit' : 'picture-sized'}
            style={zoom === null || !size ? undefined : { width: size.width * zoom, height: size.height * zoom }}
            onLoad={(event) => setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })}
            onError={() => setCannotShow(true)}
          />}
          {size && <WordMarks marks={marks} over={picture} />}
          {size && <OverPicture over={picture}><BlackOutLayer page={page} /></OverPicture>}
        </div>
      </div>
    )}</Curtain>
  );
}
