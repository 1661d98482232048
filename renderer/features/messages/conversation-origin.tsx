import { FileText } from 'lucide-react';
import type { Conversation } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import type { ImportRecord, UnclearStretch } from '../../../shared/model/import';
import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { showHidden } from '../../../shared/text/show-hidden';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Facts, Section } from '../../ui/page';

const words = messages.conversations.origin;
/** Files and stretches that are shown; all are counted. */
const mostFiles = 20;
const mostStretches = 100;

/** Where a conversation came from: the source she brought in, its files, and what in it belongs to no conversation and was not understood. */
export function ConversationOrigin({ conversation, onOpenDocument, onClose }: { conversation: Conversation; onOpenDocument: (id: Id) => void; onClose: () => void }) {
  const asked = useAsk('imports.list', {});
  const found = asked.value?.imports.find(({ conversationIds }) => conversationIds.includes(conversation.id)) ?? null;
  return (
    <section className="side-part stack" aria-label={words.title}>
      <div className="side-head"><h2>{words.title}</h2><span className="beside-where-wide"><Button tone="quiet" onPress={onClose}>{messages.ui.close}</Button></span></div>
      {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
      {found && <>
        <Facts facts={[
          { name: words.source, value: <bdi>{showHidden(found.name)}</bdi> },
          { name: words.when, value: messages.dates.day(found.importedUtc) },
          { name: words.writtenBy, value: messages.bringingIn.kinds[conversation.kind] },
          { name: words.with, value: words.conversations(found.conversationIds.length) },
          { name: words.notUnderstood, value: sayNumber(found.notUnderstoodCount) },
        ]} />
        <SourceFiles documentIds={found.documentIds} onOpenDocument={onOpenDocument} />
        {found.notUnderstoodCount > 0 && <Unclear record={found} />}
      </>}
    </section>
  );
}

function SourceFiles({ documentIds, onOpenDocument }: { documentIds: readonly Id[]; onOpenDocument: (id: Id) => void }) {
  return (
    <Section title={words.files}>
      <ul>{documentIds.slice(0, mostFiles).map((id) => <li key={id}><SourceFileButton id={id} onOpen={() => onOpenDocument(id)} /></li>)}</ul>
      {documentIds.length > mostFiles && <p className="small quiet">{messages.bringingIn.found.leftOutMore(documentIds.length - mostFiles)}</p>}
    </Section>
  );
}

function SourceFileButton({ id, onOpen }: { id: Id; onOpen: () => void }) {
  const document = useAsk('documents.get', { id }).value;
  return document && <Button tone="quiet" icon={FileText} onPress={onOpen}><bdi>{showHidden(document.originalName)}</bdi></Button>;
}

/** The first of what was not understood, as it stands. */
function Unclear({ record }: { record: ImportRecord }) {
  const asked = useAsk('imports.notUnderstood', { id: record.id, offset: 0, limit: mostStretches });
  const stretches = asked.value?.stretches ?? [];
  return (
    <Section title={words.unclear}>
      <p className="small quiet">{words.unclearWords}</p>
      {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
      <ul className="stack-tight">{stretches.map((stretch, index) => <li key={index} className="origin-stretch"><p className="small quiet">{placeOf(stretch)}</p><p>{stretch.counts ? words.counts(stretch.counts.said, stretch.counts.read) : stretch.text}</p></li>)}</ul>
      {record.notUnderstoodCount > stretches.length && stretches.length > 0 && <p className="small quiet">{messages.bringingIn.found.leftOutMore(record.notUnderstoodCount - stretches.length)}</p>}
    </Section>
  );
}

function placeOf({ source, sourceLine, sourceOffset, sourceLength }: UnclearStretch): string {
  const { details, origin } = messages.conversations;
  return [showHidden(source.entryName), sourceLine > 0 ? origin.line(sourceLine) : '', details.offsetValue(sourceOffset, sourceLength)].filter((part) => part !== '').join(', ');
}
