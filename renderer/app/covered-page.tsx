import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { messages } from '../../shared/messages/en-gb';
import { ProgressLine } from '../ui/progress-line';
import { listen } from './bridge';
import { Corner } from './corner';
import { hushPlayers } from './leave';
import { useProgram } from './program';
import { type RunningTask, sayRunning } from './long-task';
import './covered-page.css';

/**
 * In place of everything on the page, dialogs included, from when nobody was there until the vault locks. What is behind it lives on undrawn,
 * so that the files she chose go on being added; the shell answers nothing else for it.
 */
export function CoveredPage() {
  const { phase, covered } = useProgram();
  return phase === 'open' && covered ? <Cover /> : null;
}

function Cover() {
  const texts = messages.app.covered;
  const [running, setRunning] = useState<RunningTask | null>(null);
  useEffect(() => {
    document.documentElement.dataset['away'] = '';
    hushPlayers();
    return () => { delete document.documentElement.dataset['away']; };
  }, []);
  useEffect(() => listen('task', (event) => setRunning(event.state === 'running' ? sayRunning(event) : null)), []);
  return createPortal(
    // The attribute keeps a dialog that stands open behind it from shutting it off.
    <div className="covered-page" data-react-aria-top-layer="true">
      <Corner />
      <main className="door"><div className="door-inner">
        <h1>{texts.title}</h1>
        <p className="measure">{texts.words}</p>
        {running && <ProgressLine label={running.label} fraction={running.fraction} figure={running.figure} />}
      </div></main>
    </div>,
    document.body,
  );
}
