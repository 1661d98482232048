/** Seconds as a clock: `0:07`, `12:05`, `1:02:09`. Not yet known or endless: `–:––`. */
export function clockOf(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '–:––';
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Where a jump by some seconds lands, inside the recording. */
export function jumpTo(nowSeconds: number, bySeconds: number, wholeSeconds: number): number {
  return Math.min(Math.max(0, nowSeconds + bySeconds), Number.isFinite(wholeSeconds) ? wholeSeconds : nowSeconds + Math.max(0, bySeconds));
}

export type PlayerAct = { do: 'toggle' } | { do: 'jump'; seconds: number } | { do: 'seek'; seconds: number } | { do: 'louder'; by: number };

/** What a key means on a player (the customary ones: Space or K, J and L, arrows, Home and End), or null. */
export function actOf(key: string, wholeSeconds: number): PlayerAct | null {
  switch (key.toLowerCase()) {
    case ' ': case 'k': return { do: 'toggle' };
    case 'j': return { do: 'jump', seconds: -10 };
    case 'l': return { do: 'jump', seconds: 10 };
    case 'arrowleft': return { do: 'jump', seconds: -5 };
    case 'arrowright': return { do: 'jump', seconds: 5 };
    case 'arrowup': return { do: 'louder', by: 0.1 };
    case 'arrowdown': return { do: 'louder', by: -0.1 };
    case 'home': return { do: 'seek', seconds: 0 };
    case 'end': return Number.isFinite(wholeSeconds) ? { do: 'seek', seconds: wholeSeconds } : null;
    default: return null;
  }
}
