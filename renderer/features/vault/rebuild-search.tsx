import { messages } from '../../../shared/messages/en-gb';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { RareTask } from './rare-task';
import './check.css';

/** Makes anew what Find looks through. */
export function RebuildSearch() {
  const texts = messages.check.search;
  const { running, value, error, start, cancel } = useTask('search-rebuilt');
  return (
    <RareTask title={texts.title} words={texts.lead} action={!running && <Button onPress={() => void start('search.rebuild', {})}>{texts.begin}</Button>}>
      {running && <ProgressLine {...running} onCancel={cancel} />}
      {value && <Notice announce>{texts.done(value.subjects, value.messages, value.pages)}</Notice>}
      {error && <Notice tone="needs-you" announce>{error.code === 'cancelled' ? texts.stopped : messages.errors.say(error)}</Notice>}
    </RareTask>
  );
}
