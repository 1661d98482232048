import './no-eval';
import { ArrowLeft, LockKeyhole, LogOut, PenLine } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { CallError } from '../../shared/contract/errors';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { CommandsProvider } from './commands';
import { CopyWorkProvider } from './copy-work';
import { leaveNow, lockNow } from './leave';
import type { Opening } from './opening';
import { NotKept } from './not-kept';
import { Palette } from './palette';
import { type Place, PlacesProvider, usePlaces } from './places';
import { useProgram } from './program';
import { Rail } from './rail';
import { RenewalLine } from './renewal-line';
import { RenewalWorkProvider } from './renewal-work';
import { screens } from './screens';
import { useWriteNow } from './use-write-now';
import '../ui/fonts-her-words.css';
import './frame.css';

const start: Place = { name: 'start' };

/** The open vault: rail, the place, the palette. It always starts at the page that shows nothing of the record (docs/decisions/0023). */
export function Frame({ opening }: { opening: Opening }) {
  return <CommandsProvider><PlacesProvider start={start}><CopyWorkProvider><RenewalWorkProvider><FrameBody opening={opening} /></RenewalWorkProvider></CopyWorkProvider></PlacesProvider></CommandsProvider>;
}

function FrameBody({ opening: { notices: told, refused, unfitShares, notKept } }: { opening: Opening }) {
  const { place, go, goBack, cameFrom } = usePlaces();
  const { example, readOnly, platform } = useProgram();
  // The example's recovery code was shown to nobody.
  const notices = example ? told.filter((notice) => notice !== 'recovery-code-unconfirmed') : told;
  const [isFinding, setFinding] = useState(false);
  const [isToldOf, setToldOf] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const keys = platform === 'darwin' ? messages.app.keysMac : messages.app.keys;

  const writeNow = useWriteNow();
  const write = useCallback(async () => setError(await writeNow()), [writeNow]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // As in a browser.
      if (platform === 'darwin' ? event.metaKey && event.key === '[' : event.altKey && event.key === 'ArrowLeft') { event.preventDefault(); goBack(); return; }
      if (!(platform === 'darwin' ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key === 'k') { event.preventDefault(); setFinding((open) => !open); }
      else if (key === 'n') { event.preventDefault(); setFinding(false); void write(); }
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [platform, write, goBack]);

  const Screen = screens[place.name] ?? screens.start;
  return (
    <div className="frame">
      <Rail keys={keys} onWrite={() => void write()} onFind={() => setFinding(true)} />
      <main className="frame-main">
        <div className="frame-top">
          {cameFrom && <div className="frame-back"><Button tone="quiet" icon={ArrowLeft} onPress={goBack} aria-keyshortcuts={platform === 'darwin' ? 'Meta+[' : 'Alt+ArrowLeft'}>{messages.app.backTo(messages.app.places[cameFrom])}</Button></div>}
          {example && <p className="frame-banner">{messages.app.exampleBanner}</p>}
          {readOnly && <p className="frame-banner frame-banner-needs">{messages.app.readOnlyBanner}</p>}
        </div>
        {!isToldOf && (refused || unfitShares || notKept || notices.length > 0) && (
          <div className="frame-error">
            <Notice tone="needs-you" across announce actions={<>
              {notices.includes('recovery-code-unconfirmed') && place.name !== 'vault' && <Button onPress={() => go({ name: 'vault' })}>{messages.vault.recoveryCheck}</Button>}
              {(unfitShares || notices.includes('first-page-older') || notices.includes('shares-not-shown')) && place.name !== 'vault' && <Button onPress={() => go({ name: 'vault' })}>{messages.app.places.vault}</Button>}
              <Button onPress={() => setToldOf(true)}>{messages.app.understood}</Button>
            </>}>
              <div className="stack-tight">
                {refused && <p>{messages.unlock.refusedBefore(refused.count, messages.dates.instant(refused.lastUtc))}</p>}
                {unfitShares && <p>{messages.unlock.shares.unfit(unfitShares)}</p>}
                {notKept && <NotKept names={notKept} />}
                {notices.map((notice) => <p key={notice}>{messages.openingNotices[notice]}</p>)}
              </div>
            </Notice>
          </div>
        )}
        {error && <div className="frame-error"><Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice></div>}
        <RenewalLine />
        <div className="frame-place">{Screen && <Screen />}</div>
      </main>
      <Palette
        isOpen={isFinding} onClose={() => setFinding(false)}
        own={[
          { id: 'write', label: messages.app.writeNow, icon: PenLine, keys: keys.writeNow, run: () => void write() },
          { id: 'lock', label: messages.app.lock, icon: LockKeyhole, keys: keys.lock, run: () => void lockNow() },
          { id: 'leave', label: messages.app.quickExit, icon: LogOut, keys: messages.app.quickExitKey, run: leaveNow },
        ]}
      />
    </div>
  );
}
