import { useEffect, useRef } from 'react';

/** Acts each time a value is another than at the last drawing. Not at the first: what was only just asked need not be asked again. */
export function useOnChange<T>(value: T, act: (before: T) => void): void {
  const before = useRef(value);
  useEffect(() => {
    const old = before.current;
    if (old === value) return;
    before.current = value;
    act(old);
  }, [value, act]);
}
