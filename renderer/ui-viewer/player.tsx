import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { RecordingDetails } from '../../shared/model/recording-details';
import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Curtain } from './curtain';
import { actOf, clockOf, jumpTo, type PlayerAct } from './playing-time';
import { Waveform } from './waveform';
import './player.css';

const speeds = ['0.5', '0.75', '1', '1.25', '1.5', '2'] as const;

/**
 * Plays sound or film from `url`; the browser seeks by asking for byte ranges, so a long film is never read whole. What it does not play it names by `recording`, null while that is not known. `hasWaveform`: it is short
 * enough for one.
 */
export function Player({ url, name, form, recording, hasWaveform }: { url: string; name: string; form: 'audio' | 'video'; recording: RecordingDetails | null; hasWaveform: boolean }) {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [now, setNow] = useState(0);
  const [whole, setWhole] = useState(NaN);
  const [isPlaying, setPlaying] = useState(false);
  const [volume, setVolume] = useState(1);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('1');
  const [cannotPlay, setCannotPlay] = useState(false);
  const [isSoundOnly, setSoundOnly] = useState(false);
  const words = messages.viewer.player;

  function act(what: PlayerAct): void {
    const element = media.current;
    if (!element) return;
    if (what.do === 'toggle') void (element.paused ? element.play().catch(() => setCannotPlay(element.error !== null)) : element.pause());
    else if (what.do === 'jump') element.currentTime = jumpTo(element.currentTime, what.seconds, element.duration);
    else if (what.do === 'seek') element.currentTime = what.seconds;
    else element.volume = Math.min(1, Math.max(0, element.volume + what.by));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const tag = (event.target as HTMLElement).tagName;
    // A button, list or slider keeps its own keys.
    if (event.ctrlKey || event.metaKey || event.altKey || (tag !== 'DIV' && tag !== 'VIDEO') || (event.target as HTMLElement).role === 'listbox') return;
    const what = actOf(event.key, whole);
    if (!what) return;
    event.preventDefault();
    act(what);
  }
  const codecOf = (kind: 'picture' | 'sound'): string => messages.fileClaims.codec(recording?.tracks.find((track) => track.kind === kind)?.codec ?? '');
  if (cannotPlay) return <div className="viewer-note"><Notice announce>{words.cannotPlay([codecOf('picture'), codecOf('sound')].filter((codec) => codec !== ''))}</Notice></div>;

  const shared = {
    ref: media, src: url, preload: 'metadata' as const,
    onTimeUpdate: () => setNow(media.current?.currentTime ?? 0),
    onSeeked: () => setNow(media.current?.currentTime ?? 0),
    // Chromium plays the sound of a film whose picture it does not know, over nothing, and calls that no error.
    onLoadedMetadata: () => setSoundOnly(form === 'video' && media.current?.videoWidth === 0),
    onDurationChange: () => setWhole(media.current?.duration ?? NaN),
    onPlay: () => setPlaying(true), onPause: () => setPlaying(false),
    onVolumeChange: () => setVolume(media.current?.volume ?? 1),
    onError: () => setCannotPlay(true),
  };
  const controls = (blurAgain: ReactNode): ReactNode => (
    <div className="player-controls">
      <div className="player-line">
        <label className="player-slide player-position">
          <span className="visually-hidden">{words.position}</span>
          <input
            type="range" min={0} max={Number.isFinite(whole) ? whole : 0} step={1} value={Math.min(now, Number.isFinite(whole) ? whole : 0)}
            aria-valuetext={words.at(clockOf(now), clockOf(whole))} disabled={!Number.isFinite(whole)}
            onChange={(event) => act({ do: 'seek', seconds: Number(event.currentTarget.value) })}
          />
        </label>
        <span className="player-clock small" aria-hidden>{clockOf(now)} / {clockOf(whole)}</span>
      </div>
      <div className="player-keys">
        <Button tone="primary" icon={isPlaying ? Pause : Play} onPress={() => act({ do: 'toggle' })}>{isPlaying ? words.pause : words.play}</Button>
        <Button tone="quiet" icon={RotateCcw} onPress={() => act({ do: 'jump', seconds: -10 })}><Shortened short={words.backShort} whole={words.back} /></Button>
        <Button tone="quiet" icon={RotateCw} onPress={() => act({ do: 'jump', seconds: 10 })}><Shortened short={words.forwardShort} whole={words.forward} /></Button>
        {blurAgain}
        <span className="player-keys-end">
          <label className="player-slide">
            <span className="small quiet">{words.volume}</span>
            <input type="range" min={0} max={1} step={0.1} value={volume} aria-valuetext={messages.ui.percent(volume * 100)} onChange={(event) => { if (media.current) media.current.volume = Number(event.currentTarget.value); }} />
          </label>
          <span className="player-speed">
            <Select
              label={words.speed} hideLabel options={speeds.map((value) => ({ value, label: words.speedTimes(Number(value)) }))} value={speed}
              onChange={(value) => { setSpeed(value); if (media.current) media.current.playbackRate = Number(value); }}
            />
          </span>
        </span>
      </div>
    </div>
  );
  return (
    <div className={`player player-${form}`} role="group" aria-label={words.label(name)} tabIndex={0} onKeyDown={onKeyDown}>
      {form === 'audio' ? <><audio {...shared} />{hasWaveform && <Waveform url={url} playedShare={Number.isFinite(whole) && whole > 0 ? now / whole : 0} />}{controls(null)}</> : (
        <Curtain what="film">{(blurAgain) => (
          <div className="player-film">{isSoundOnly && <div className="viewer-note"><Notice announce>{words.soundOnly(codecOf('picture'))}</Notice></div>}<video {...shared} aria-label={name} disablePictureInPicture disableRemotePlayback controlsList="nodownload noremoteplayback" />{controls(blurAgain)}</div>
        )}</Curtain>
      )}
    </div>
  );
}

/** Read out whole, drawn short. */
function Shortened({ short, whole }: { short: string; whole: string }) {
  return <><span aria-hidden>{short}</span><span className="visually-hidden">{whole}</span></>;
}
