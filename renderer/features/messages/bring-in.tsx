import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Grant } from '../../../shared/contract/program-calls';
import type { ConversationPreview } from '../../../shared/contract/record-calls';
import type { Conversation, DateOrder } from '../../../shared/model/conversation';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { RadioGroup } from '../../ui/choices';
import { focusFirstError } from '../../ui/focus-first-error';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { ProgressLine } from '../../ui/progress-line';
import { TextField } from '../../ui/text-field';
import { sayBytes } from '../../ui/say-bytes';
import { PreviewFacts, PreviewSamples } from './preview-parts';
import './bring-in.css';

/** The value of the choice "None of these" among the people who write; no name in an export can hold a line feed. */
const nobody = '\n';

/** Takes in a chat export: choose, look at what is in it, answer what is asked, keep it. Nothing is stored before the last step. */
export function BringIn({ onKept, onClose }: { onKept: (conversation: Conversation) => void; onClose: () => void }) {
  const words = messages.conversations.bringIn;
  const [grant, setGrant] = useState<Grant | null>(null);
  const [shown, setShown] = useState<ConversationPreview | null>(null);
  const [order, setOrder] = useState<DateOrder | null>(null);
  const [wasAsked, setWasAsked] = useState(false);
  const [me, setMe] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [complaint, setComplaint] = useState<'order' | 'me' | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const questions = useRef<HTMLDivElement>(null);
  const reading = useTask('preview');
  const keeping = useTask('conversations');

  async function choose(): Promise<void> {
    const result = await ask('messages.choose', {});
    if (!result.ok) { setRefusal(messages.errors.say(result.error)); return; }
    if (!result.value.chosen) return;
    setRefusal(null);
    setShown(null);
    setOrder(null);
    setWasAsked(false);
    setMe(null);
    setGrant(result.value.chosen);
    const preview = await reading.start('messages.preview', { grant: result.value.chosen.grant, dateOrder: null });
    if (!preview) return;
    setShown(preview);
    setOrder(preview.dateOrder);
    setWasAsked(preview.dateOrder === null);
    setTitle(preview.suggestedTitle);
  }
  async function answerOrder(answer: 'dmy' | 'mdy'): Promise<void> {
    setOrder(answer);
    setComplaint(null);
    if (!grant) return;
    const preview = await reading.start('messages.preview', { grant: grant.grant, dateOrder: answer });
    if (preview) setShown(preview);
  }
  async function keep(): Promise<void> {
    if (!grant || !shown) return;
    if (!order || !me) {
      setComplaint(order ? 'me' : 'order');
      focusFirstError(questions.current);
      return;
    }
    const chosen = { key: '', title: title.trim() || shown.suggestedTitle, meName: me === nobody ? null : me };
    const [kept] = (await keeping.start('messages.import', { grant: grant.grant, dateOrder: order, columns: null, conversations: [chosen] }))?.conversations ?? [];
    if (kept) onKept(kept);
  }

  const error = reading.error ?? keeping.error;
  const isBusy = reading.running !== null || keeping.running !== null;
  return (
    <Page>
      <PageHeader title={words.title} description={shown ? undefined : words.how} />
      {(refusal ?? error) && <Notice tone="needs-you" announce>{refusal ?? (error && messages.errors.say(error))}</Notice>}
      <div className="row">
        <Button tone={shown ? 'plain' : 'primary'} icon={FileUp} isDisabled={isBusy} onPress={() => void choose()}>{grant ? words.chooseOther : words.choose}</Button>
        <Button tone="quiet" isDisabled={keeping.running !== null} onPress={onClose}>{messages.ui.cancel}</Button>
      </div>
      {grant && <p className="quiet">{grant.name} · {sayBytes(grant.sizeBytes)}. {words.nothingStored}</p>}
      {reading.running && <ProgressLine label={words.reading} fraction={reading.running.fraction} figure={reading.running.figure} onCancel={reading.cancel} />}
      {shown && (
        <div ref={questions} className="bring-in-questions">
          {wasAsked && (
            <RadioGroup
              label={words.orderLabel} hint={words.orderHint} value={order === 'ymd' ? null : order} onChange={(answer) => void answerOrder(answer)} error={complaint === 'order' ? words.answerFirst : null}
              options={(['dmy', 'mdy'] as const).map((value) => ({ value, label: words[value], hint: shown.orderExamples.slice(0, 3).map((example) => words.example(example.written, example[value])).join('; ') }))}
            />
          )}
          <PreviewFacts preview={shown} />
          <RadioGroup
            label={words.meLabel} hint={words.meHint} value={me} onChange={(value) => { setMe(value); setComplaint(null); }} error={complaint === 'me' ? words.meFirst : null}
            options={[...shown.participants.map(({ name, count }) => ({ value: name, label: name, hint: words.wrote(count) })), { value: nobody, label: words.meNobody }]}
          />
          <TextField label={words.titleLabel} value={title} onChange={setTitle} maxLength={300} />
          <PreviewSamples preview={shown} />
          {keeping.running
            ? <ProgressLine label={keeping.running.label || words.keeping} fraction={keeping.running.fraction} figure={keeping.running.figure} onCancel={keeping.cancel} />
            : <div className="row"><Button tone="primary" isDisabled={isBusy} onPress={() => void keep()}>{words.keep}</Button></div>}
        </div>
      )}
    </Page>
  );
}
