import type { Participant } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';

/** The participants as she says they are: `me` counts from 0, -1 for none of them; `joined` holds a person (or null) for each. */
export function participantsAs(before: readonly Participant[], me: number, joined: readonly (Id | null)[]): Participant[] {
  return before.map(({ name, handle }, index) => ({ name, handle, isMe: index === me, personId: joined[index] ?? null }));
}
