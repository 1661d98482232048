import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Corner } from './corner';
import { CoveredPage } from './covered-page';
import { Doors } from './doors';
import { keepFocus } from './keep-focus';
import { heedLeaving } from './leave';
import { ProgramProvider } from './program';
import './window.css';

/** The window. The corner comes first, so that the way out is drawn and reached before any content. */
export function App() {
  useEffect(heedLeaving, []);
  useEffect(keepFocus, []);
  return (
    <I18nProvider locale="en-GB">
      <ProgramProvider>
        <div className="window"><Corner /><Doors /></div>
        <CoveredPage />
      </ProgramProvider>
    </I18nProvider>
  );
}
