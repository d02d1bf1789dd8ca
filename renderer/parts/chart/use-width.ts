/** The width of the box that a chart is drawn in, so that it is drawn at its real size; 0 before it was measured. */
import { useEffect, useRef, useState, type RefObject } from 'react';

export function useWidth<Box extends HTMLElement>(): { readonly box: RefObject<Box | null>; readonly width: number } {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
