import { useEffect, useState } from 'react';
import './waveform.css';

/** Only short recordings are decoded for it: five minutes are about 115 MB while they are measured, and nobody looks for a word in an hour by its outline. */
export const mostWaveformSeconds = 300;
export const mostWaveformBytes = 16 * 1024 * 1024;
const bars = 240;
/** Outlines need no more; Chromium resamples while it decodes. */
const samplesPerSecond = 8000;

/** Loudness of a recording from 0 to 1, in so many even stretches; each the loudest moment in it. All 0 of silence. */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const peaks = Array.from({ length: count }, (_, bar) => {
    let most = 0;
    const end = Math.floor(((bar + 1) * samples.length) / count);
    for (let at = Math.floor((bar * samples.length) / count); at < end; at += 1) most = Math.max(most, Math.abs(samples[at] ?? 0));
    return most;
  });
  const loudest = Math.max(...peaks, 0);
  return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest);
}

/** The outline of a short recording, so that she finds where somebody speaks. What cannot be decoded has none. `playedShare`: how much of it has been heard. */
export function Waveform({ url, playedShare }: { url: string; playedShare: number }) {
  const [peaks, setPeaks] = useState<readonly number[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void measure(url).then((found) => { if (!isGone) setPeaks(found); }, () => undefined);
    return () => { isGone = true; };
  }, [url]);
  if (peaks === null) return <div className="waveform" aria-hidden />;
  return (
    <svg className="waveform" viewBox={`0 0 ${bars} 100`} preserveAspectRatio="none" aria-hidden>
      {peaks.map((peak, bar) => <rect key={bar} className={bar / bars < playedShare ? 'waveform-heard' : undefined} x={bar + 0.15} width={0.7} y={50 - Math.max(1, peak * 50)} height={Math.max(2, peak * 100)} />)}
    </svg>
  );
}

async function measure(url: string): Promise<number[]> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const decoded = await new OfflineAudioContext(1, 1, samplesPerSecond).decodeAudioData(bytes);
  return peaksOf(decoded.getChannelData(0), bars);
}
