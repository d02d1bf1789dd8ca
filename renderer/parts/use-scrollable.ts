/** A column that is too long or too wide for its place can be scrolled by keyboard; one that fits is no stop for the Tab key. */
import { useEffect, useState, type RefObject } from 'react';

export function useScrollable(column: RefObject<HTMLElement | null>): { readonly tabIndex?: 0 } {
  const [isTooLong, setTooLong] = useState(false);
  useEffect(() => {
    const element = column.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setTooLong(element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [column]);
  return isTooLong ? { tabIndex: 0 } : {};
}
