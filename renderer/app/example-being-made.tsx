import { messages } from '../../shared/messages/en-gb';
import { ProgressLine } from '../ui/progress-line';
import type { ExampleTask } from './use-example-task';

/** In place of the record while the example is still going into it: half of it would look like all of it. */
export function ExampleBeingMade({ running, cancel }: ExampleTask) {
  const texts = messages.welcome.example;
  return (
    <main className="door"><div className="door-inner">
      <h1>{texts.title}</h1>
      <p className="measure">{texts.lead}</p>
      <ProgressLine {...running} onCancel={cancel} />
    </div></main>
  );
}
