import { Button } from "../../button.tsx";

/**
 * A button for one item of a list, which screen readers tell by the item's name. `focus` is what it
 * is found by after the list has changed; `off`: it can still be reached, and does nothing now.
 */
export function ItemAct({
  of,
  words,
  focus,
  off,
  act,
}: {
  of: string;
  words: string;
  focus: string;
  off?: boolean;
  act: () => void;
}) {
  return (
    <Button
      type="button"
      look="secondary"
      size="small"
      data-focus={focus}
      aria-label={`${of}を${words}`}
      aria-disabled={off}
      onClick={act}
    >
      {words}
    </Button>
  );
}
