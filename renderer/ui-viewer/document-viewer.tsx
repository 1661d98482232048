import type { Document } from '../../shared/model/document';
import type { WordBox } from '../../shared/model/document-page';
import { isDrawnByUs } from '../../shared/picture-protocol';
import { ask } from '../app/bridge';
import { useAsk } from '../app/use-ask';
import { messages } from '../../shared/messages/en-gb';
import { showHidden } from '../../shared/text/show-hidden';
import { Notice } from '../ui/notice';
import { DrawnPicture } from './drawn-picture';
import { PdfView } from './pdf/pdf-view';
import { PictureView } from './picture-view';
import { Player } from './player';
import { TextView } from './text-view';
import { usePageMarks } from './use-page-marks';
import { useEvidence } from './use-evidence';
import { WordsView } from './words-view';
import { mostWaveformBytes, mostWaveformSeconds } from './waveform';

/** Shows a kept document in the way its bytes allow. Which way is told by `document.form`, never by its name. `page`: where to begin, counted from 1; `find`: what is marked where it stands; `marks`: what else is marked on its first page, where that is a picture. */
export function DocumentViewer({ document, page = 1, find = '', marks }: { document: Document; page?: number | undefined; find?: string | undefined; marks?: readonly WordBox[] | undefined }) {
  const isDrawn = document.form === 'image' && isDrawnByUs(document.mediaType);
  const isShowable = document.form !== 'other' && document.status === 'kept' && document.sizeBytes > 0;
  const { url, error } = useEvidence(isShowable && !isDrawn ? document.id : null);
  const isPlayed = document.form === 'audio' || document.form === 'video';
  const recording = useAsk('documents.contents', isPlayed && isShowable ? { id: document.id } : null).value?.details.recording ?? null;
  const found = usePageMarks(document.form === 'image' && !isDrawn && isShowable ? document.id : null, 1, find);
  const name = showHidden(document.title || document.originalName);
  if (document.sizeBytes === 0) return <div className="viewer-note"><Notice>{messages.viewer.empty}</Notice></div>;
  if (!isShowable) return <WordsView key={`${document.id} ${page}`} id={document.id} name={name} startPage={page} find={find} />;
  if (isDrawn) return <DrawnPicture key={`${document.id} ${page}`} document={document} name={name} startPage={page} find={find} marks={marks} />;
  if (error) return <div className="viewer-note"><Notice announce>{messages.errors.say(error)}</Notice></div>;
  if (!url) return <p className="viewer-note quiet" role="status">{messages.viewer.opening}</p>;
  switch (document.form) {
    case 'image': return <PictureView key={url} url={url} name={name} marks={find === '' ? marks : found} />;
    case 'pdf': return <PdfView key={`${url} ${page}`} url={url} name={name} sizeBytes={document.sizeBytes} startPage={page} {...(find === '' ? {} : { found: { documentId: document.id, find } })} onUnlocked={(password) => void ask('readings.givePassword', { id: document.id, password })} />;
    case 'audio': case 'video': return <Player key={url} url={url} name={name} form={document.form} recording={recording} hasWaveform={document.sizeBytes <= mostWaveformBytes && recording?.seconds != null && recording.seconds <= mostWaveformSeconds} />;
    case 'text': return <TextView key={url} url={url} name={name} sizeBytes={document.sizeBytes} find={find} />;
    case 'other': return null;
  }
}
