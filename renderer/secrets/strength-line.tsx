import { messages } from '../../shared/messages/en-gb';
import type { Strength } from './strength';
import './strength-line.css';

/** The strength of what is typed, as a line and in words. */
export function StrengthLine({ strength }: { strength: Strength | null }) {
  return (
    <div className="strength" role="status">
      <div className="strength-track" aria-hidden><div className={`strength-fill strength-${strength?.level ?? 'none'}`} style={{ width: `${(strength?.share ?? 0) * 100}%` }} /></div>
      <p className="small">{strength ? <><strong>{messages.welcome.strength[strength.level]}</strong> {strength.advice}</> : ' '}</p>
    </div>
  );
}
