import { countOf } from '../plural';

/** What may be set. None of it says anything about her; anyone could read it. */
export const settings = {
  title: 'Settings',
  theme: 'Colours',
  themes: { system: 'As this computer is set', light: 'Light', dark: 'Dark' },
  zoom: 'Text size',
  zoomPercent: (percent: number) => `${percent}%`,
  idle: 'Lock after',
  idleHint: 'Time without a key or the pointer. Shorter is safer.',
  idleMinutes: (minutes: number) => countOf(minutes, 'minute', 'minutes'),
  media: 'Pictures and videos',
  blur: 'Blur them until I choose to look',
  blurHint: 'So that nothing you did not ask for meets you, or someone beside you.',
  open: 'What is set here is kept outside the vault and can be read by anyone who uses this computer. It says nothing about you.',
};
