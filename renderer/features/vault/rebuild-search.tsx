import { messages } from '../../../shared/messages/en-gb';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import './check.css';

/** Makes anew what Find looks through; rarely needed, and so folded. */
export function RebuildSearch() {
  const texts = messages.check.search;
  const { running, value, error, start, cancel } = useTask('search-rebuilt');
  return (
    <Folded level={2} title={texts.title}>
      <div className="stack">
        <p className="measure">{texts.lead}</p>
        {running ? <ProgressLine {...running} onCancel={cancel} /> : <div className="row"><Button onPress={() => void start('search.rebuild', {})}>{texts.begin}</Button></div>}
        {value && <Notice announce>{texts.done(value.subjects, value.messages, value.textFiles)}</Notice>}
        {value && value.unreadable.length > 0 && (
          <Notice tone="needs-you" title={texts.unreadable}><ul className="check-list">{value.unreadable.map((name) => <li key={name}><span className="check-name" dir="auto">{name}</span></li>)}</ul></Notice>
        )}
        {error && <Notice tone="needs-you" announce>{error.code === 'cancelled' ? texts.stopped : messages.errors.say(error)}</Notice>}
      </div>
    </Folded>
  );
}
