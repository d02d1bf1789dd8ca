/** True once `milliseconds` have passed: what is there sooner needs no sign that it is coming. */
import { useEffect, useState } from 'react';

export const BONES_AFTER_MILLISECONDS = 150;

export function useAfter(milliseconds: number): boolean {
  const [hasPassed, setHasPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return hasPassed;
}
