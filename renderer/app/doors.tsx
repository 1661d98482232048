import { lazy, Suspense, useState } from 'react';
import { UnlockScreen } from '../features/unlock/unlock-screen';
import type { BackupUse } from './backup-use';
import { ExampleBeingMade } from './example-being-made';
import type { Opening } from './opening';
import { useProgram } from './program';
import { useExampleTask } from './use-example-task';
import './doors.css';

/** What is not the locked door is a file of its own each, so that the door is drawn without reading it. */
const WelcomeScreen = lazy(() => import('../features/welcome/welcome-screen').then(({ WelcomeScreen: welcome }) => ({ default: welcome })));
const RestoreScreen = lazy(() => import('../features/restore/restore-screen').then(({ RestoreScreen: restore }) => ({ default: restore })));
const JoinScreen = lazy(() => import('../features/restore/join-screen').then(({ JoinScreen: join }) => ({ default: join })));
const CheckBundleScreen = lazy(() => import('../features/check-bundle/check-bundle-screen').then(({ CheckBundleScreen: checking }) => ({ default: checking })));
const Frame = lazy(() => import('./frame').then(({ Frame: inside }) => ({ default: inside })));

/** Which door she stands at: no vault yet, a locked one, or inside. */
export function Doors() {
  const { phase, joinNext } = useProgram();
  const making = useExampleTask();
  const [isHeld, setHeld] = useState(false);
  const [way, setWay] = useState<'as-found' | 'open-existing' | 'make-new' | 'check-bundle' | BackupUse>(joinNext ? 'join' : 'as-found');
  const [opening, setOpening] = useState<Opening>({ notices: [], refused: null });

  const goBack = (): void => setWay(phase === 'no-vault' ? 'make-new' : 'as-found');

  if (phase === 'open' && !isHeld && making) return <ExampleBeingMade {...making} />;
  if (phase === 'open' && !isHeld) return <Suspense><Frame opening={opening} /></Suspense>;
  if (way === 'restore') return <Suspense><RestoreScreen onHold={setHeld} onBack={goBack} onJoin={() => setWay('join')} /></Suspense>;
  if (way === 'join') return <Suspense><JoinScreen isVaultKnown={phase !== 'no-vault'} onHold={setHeld} onBack={goBack} /></Suspense>;
  if (way === 'check-bundle') return <Suspense><CheckBundleScreen onBack={goBack} /></Suspense>;
  if (isHeld || way === 'make-new' || (phase === 'no-vault' && way === 'as-found')) {
    return <Suspense><WelcomeScreen startAt={way === 'make-new' ? 'choose' : 'safety'} onHold={setHeld} onOpenExisting={() => setWay('open-existing')} onRestore={() => setWay('restore')} onCheckBundle={() => setWay('check-bundle')} /></Suspense>;
  }
  return <UnlockScreen needsFolder={phase === 'no-vault' || way === 'open-existing'} onOpened={setOpening} onMakeNew={() => setWay('make-new')} onUseBackup={setWay} onCheckBundle={() => setWay('check-bundle')} />;
}
