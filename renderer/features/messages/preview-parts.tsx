import type { ConversationPreview } from '../../../shared/contract/record-calls';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { sayNumber } from '../../../shared/messages/plural';
import { Notice } from '../../ui/notice';
import { Facts, Section } from '../../ui/page';
import { sayMoment } from '../../ui-record/say-when';

const words = messages.conversations.bringIn;

/** Counts and dates of a chat export, before anything is stored. */
export function PreviewFacts({ preview }: { preview: ConversationPreview }) {
  return (
    <Section title={words.found}>
      <Facts facts={[
        { name: words.messagesFact, value: sayNumber(preview.messageCount) },
        { name: words.fromFact, value: sayMoment(preview.firstAt) || words.notSettled },
        { name: words.toFact, value: sayMoment(preview.lastAt) || words.notSettled },
        { name: words.attachmentsFact, value: words.attachments(preview.attachmentsPresent, preview.attachmentsOmitted, preview.attachmentsMissing, preview.attachmentsLeftOut) },
        { name: words.systemFact, value: sayNumber(preview.systemCount) },
        { name: words.notUnderstoodFact, value: sayNumber(preview.notUnderstoodCount) },
        { name: words.layoutFact, value: words.layouts[preview.layout] ?? preview.layout },
      ]} />
      {preview.mayBeTruncated && <Notice tone="needs-you" title={words.truncatedTitle}>{words.truncatedWords}</Notice>}
      {preview.notUnderstoodCount > 0 && (
        <Notice title={words.notUnderstood(preview.notUnderstoodCount)}>
          <p>{words.notUnderstoodWords}</p>
          <ul className="bring-in-lines">{preview.notUnderstoodSample.map((sample) => <li key={sample.line}><span className="quiet small">{words.line(sample.line)}</span> {sample.text}</li>)}</ul>
        </Notice>
      )}
      <LeftOut preview={preview} />
    </Section>
  );
}

/** What of an archive is not read, by name. */
export function LeftOut({ preview: { leftOut, leftOutCount } }: { preview: Pick<ConversationPreview, 'leftOut' | 'leftOutCount'> }) {
  if (leftOutCount === 0) return null;
  return (
    <Notice title={words.leftOut(leftOutCount)}>
      <p>{words.leftOutWords}</p>
      <ul className="bring-in-lines">{leftOut.map(({ name, reason }, index) => <li key={index}><bdi>{showHidden(name) || words.leftOutNoName}</bdi> <span className="quiet small">({words.leftOutReasons[reason]})</span></li>)}</ul>
      {leftOutCount > leftOut.length && <p>{words.leftOutMore(leftOutCount - leftOut.length)}</p>}
    </Notice>
  );
}

/** How the conversation begins, so that she can see that it was read rightly. */
export function PreviewSamples({ preview }: { preview: ConversationPreview }) {
  if (preview.firstMessages.length === 0) return null;
  return (
    <Section title={words.firstMessages}>
      <ul className="bring-in-lines">
        {preview.firstMessages.map((message, index) => <li key={index}><span className="quiet small">{message.atAsWritten}</span> <strong><bdi>{showHidden(message.sender)}</bdi></strong> {message.text}</li>)}
      </ul>
    </Section>
  );
}
