import { startTransition, useEffect, useState } from 'react';

/** False until what was drawn first of this thing has been painted, then true: for what may come after what is in sight. Another thing begins anew; without one it is false only when the component is new. */
export function useAfterPaint(of: unknown = true): boolean {
  const [painted, setPainted] = useState<unknown>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame asks before it paints: what comes in a turn of its own comes after.
    const frame = requestAnimationFrame(() => { timer = setTimeout(() => startTransition(() => setPainted(of))); });
    return () => { cancelAnimationFrame(frame); clearTimeout(timer); };
  }, [of]);
  return painted === of;
}
