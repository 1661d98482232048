import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { Document } from '../../../shared/model/document';
import { messages } from '../../../shared/messages/en-gb';
import { sayKind } from '../../../shared/messages/en-gb/document-kinds';
import { showHidden } from '../../../shared/text/show-hidden';
import { sayNumber } from '../../../shared/messages/plural';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Facts } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';

/** What is known of a document, in plain words; the technical part folded. */
export function DocumentFacts({ document }: { document: Document }) {
  const [isCopied, setCopied] = useState(false);
  const words = messages.documents.detail;
  const { picture } = document;
  async function copy(): Promise<void> {
    const result = await ask('program.copyText', { text: document.sha256 });
    setCopied(result.ok);
  }
  return (
    <section className="stack-tight" aria-label={words.facts}>
      <h2>{words.facts}</h2>
      <Facts facts={[
        { name: words.originalName, value: <bdi>{showHidden(document.originalName)}</bdi> },
        { name: words.kind, value: sayKind(document) },
        { name: words.size, value: sayBytes(document.sizeBytes) },
        { name: words.addedUtc, value: messages.dates.instant(document.addedUtc) },
        { name: words.origin, value: messages.documents.origins[document.origin] },
        ...(document.fileModifiedUtc ? [{ name: words.fileModified, value: messages.dates.instant(document.fileModifiedUtc) }] : []),
      ]} />
      <Folded title={words.technical}>
        <div className="stack-tight">
          <Facts facts={[
            { name: words.hash, value: <span className="hash">{document.sha256}</span> },
            { name: words.exactSize, value: sayNumber(document.sizeBytes) },
            { name: words.mediaType, value: document.mediaType },
            ...(picture ? [{ name: words.picture, value: words.pixels(picture.widthPx, picture.heightPx) }] : []),
          ]} />
          <p className="small quiet">{words.hashHint}</p>
          <div className="row"><Button tone="quiet" icon={Copy} onPress={() => void copy()}>{words.copyHash}</Button><span className="small quiet" role="status">{isCopied ? words.copied : ''}</span></div>
        </div>
      </Folded>
    </section>
  );
}
