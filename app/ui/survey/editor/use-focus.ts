import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the focus with what has moved: `next(name)` puts it, once the page is drawn, on the control
 * with `data-focus` of that name below the element, or on the first of the names that is there.
 */
export function useFocusAfter(within: RefObject<HTMLElement>): (...names: string[]) => void {
  const wanted = useRef<string[]>([]);
  useEffect(() => {
    const names = wanted.current;
    wanted.current = [];
    for (const name of names) {
      const control = within.current?.querySelector<HTMLElement>(`[data-focus="${name}"]`);
      if (!control) continue;
      control.focus();
      return;
    }
  });
  return (...names) => {
    wanted.current = names;
  };
}
