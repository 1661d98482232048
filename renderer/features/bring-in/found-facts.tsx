import type { ReactNode } from 'react';
import type { ConversationFound, SourcePreview } from '../../../shared/model/source-preview';
import { messages } from '../../../shared/messages/en-gb';
import { sayNumber } from '../../../shared/messages/plural';
import { showHidden } from '../../../shared/text/show-hidden';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { sayMoment } from '../../ui-record/say-when';
import { entriesFound } from './entries-found';

const words = messages.bringingIn.found;

/** "212 from SMS Backup & Restore, 2 from WhatsApp", the most first; '' for none. */
export function sayKinds(conversations: readonly ConversationFound[]): string {
  const counts = new Map<ConversationFound['kind'], number>();
  for (const { kind } of conversations) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => words.ofKind(count, messages.bringingIn.kinds[kind])).join(', ');
}

/** Which of a conversation's files are here, and which are not and why. */
export function sayFiles({ present, leftOut, notThere, notOpened }: ConversationFound['attachments']): string {
  return [present > 0 ? words.filesHere(present) : '', leftOut > 0 ? words.filesLeftOut(leftOut) : '', notThere > 0 ? words.filesNotThere(notThere) : '', notOpened > 0 ? words.filesNotOpened(notOpened) : '']
    .filter((part) => part !== '').join(', ') || words.none;
}

/** Counts and dates of one conversation, before anything is stored. `isOrderOpen`: the dates wait for her answer. */
export function FoundFacts({ conversation, isOrderOpen }: { conversation: ConversationFound; isOrderOpen: boolean }) {
  const noDate = isOrderOpen ? words.notSettled : words.noDates;
  return (
    <Facts facts={[
      { name: words.messages, value: sayNumber(entriesFound(conversation) - conversation.callCount) },
      ...(conversation.systemCount > 0 ? [{ name: words.system, value: sayNumber(conversation.systemCount) }] : []),
      { name: words.notUnderstood, value: sayNumber(conversation.notUnderstoodCount) },
      ...(conversation.callCount > 0 ? [{ name: words.calls, value: sayNumber(conversation.callCount) }] : []),
      { name: words.from, value: sayMoment(conversation.firstAt) || noDate },
      { name: words.to, value: sayMoment(conversation.lastAt) || noDate },
      { name: words.files, value: sayFiles(conversation.attachments) },
      ...(conversation.service === '' ? [] : [{ name: words.service, value: <bdi>{showHidden(conversation.service)}</bdi> }]),
      { name: words.writtenBy, value: messages.bringingIn.kinds[conversation.kind] },
    ]} />
  );
}

/** What must be known of a conversation before it is kept: that it may be cut off, what in it was not understood, how it begins. */
export function FoundNotices({ conversation }: { conversation: ConversationFound }) {
  const { mayBeTruncated, kind, notUnderstoodCount, notUnderstoodSample, firstMessages } = conversation;
  return (
    <>
      {mayBeTruncated && <Notice tone="needs-you" title={words.truncatedTitle}>{words.truncatedWords[kind === 'whatsapp' ? 'whatsapp' : 'other']}</Notice>}
      {notUnderstoodCount > 0 && (
        <Notice title={words.notUnderstoodTitle(notUnderstoodCount)}>
          <p>{words.notUnderstoodWords}</p>
          <Lines>{notUnderstoodSample.map((sample, index) => <li key={index}>{sample.line > 0 && <span className="quiet small">{words.line(sample.line)}</span>} {sample.text}</li>)}</Lines>
        </Notice>
      )}
      {firstMessages.length > 0 && (
        <div className="stack-tight">
          <p className="field-label">{words.firstMessages}</p>
          <FirstMessages firstMessages={firstMessages} />
        </div>
      )}
    </>
  );
}

/** How a conversation begins, so that she can see that it was read rightly. */
export function FirstMessages({ firstMessages }: Pick<ConversationFound, 'firstMessages'>) {
  return <Lines>{firstMessages.map((message, index) => <li key={index}><span className="quiet small">{message.atAsWritten}</span> <strong><bdi>{showHidden(message.sender)}</bdi></strong> {message.text}</li>)}</Lines>;
}

/** What of the source belongs to no conversation, and what of an archive or folder is not read. */
export function SourceNotices({ preview: { notUnderstoodCount, notUnderstoodSample, leftOut, leftOutCount }, isToBeKept = true }: { /** Something of it will be kept, so the source whole. */ isToBeKept?: boolean; preview: Pick<SourcePreview, 'notUnderstoodCount' | 'notUnderstoodSample' | 'leftOut' | 'leftOutCount'> }) {
  return (
    <>
      {notUnderstoodCount > 0 && (
        <Notice title={words.outsideTitle(notUnderstoodCount)}>
          <p>{words.outsideWords} {isToBeKept && `${words.outsideKept} `}{words.outsideFirst}</p>
          <Lines>{notUnderstoodSample.map((sample, index) => <li key={index}><span className="quiet small"><bdi>{showHidden(sample.path)}</bdi>{sample.line > 0 && `, ${words.line(sample.line)}`}</span> {sample.text}</li>)}</Lines>
        </Notice>
      )}
      {leftOutCount > 0 && (
        <Notice title={words.leftOut(leftOutCount)}>
          <p>{words.leftOutWords}</p>
          <Lines>{leftOut.map(({ name, reason }, index) => <li key={index}><bdi>{showHidden(name) || words.leftOutNoName}</bdi> <span className="quiet small">({words.leftOutReasons[reason]})</span></li>)}</Lines>
          {leftOutCount > leftOut.length && <p>{words.leftOutMore(leftOutCount - leftOut.length)}</p>}
        </Notice>
      )}
    </>
  );
}

/** The same out of the way, with how much of it there is. */
export function FoldedNotices({ preview }: { preview: SourcePreview }) {
  const { notUnderstoodCount, leftOutCount } = preview;
  if (notUnderstoodCount + leftOutCount === 0) return null;
  const summary = [notUnderstoodCount > 0 ? words.outsideShort(notUnderstoodCount) : '', leftOutCount > 0 ? words.leftOutShort(leftOutCount) : ''].filter((part) => part !== '').join(', ');
  return <Folded title={words.notRead} summary={summary} level={2}><div className="stack"><SourceNotices preview={preview} /></div></Folded>;
}

function Lines({ children }: { children: ReactNode }) {
  return <ul className="bring-in-lines">{children}</ul>;
}
