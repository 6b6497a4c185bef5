import { useEffect, useRef } from "react";
import { Button } from "../../button.tsx";

/** What goes with a removal, before it is done. */
export function Removing({
  label,
  uses,
  holds,
  onRemove,
  onKeep,
}: {
  label: string;
  /** Where its answers are used, in words; "" for nowhere. */
  uses: string;
  /** How many questions a page holds. */
  holds: number;
  onRemove: () => void;
  onKeep: () => void;
}) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div className="notice warning" ref={note} tabIndex={-1}>
      {holds > 0 && <p>このページの{holds}個の問や説明も、いっしょに消えます。</p>}
      {uses !== "" && (
        <p>
          {label}の答えは、{uses}で使っています。消すと、そこを直すまで保存できません。
        </p>
      )}
      <div className="buttons">
        <Button type="button" look="danger" size="small" onClick={onRemove}>
          それでも消す
        </Button>
        <Button type="button" look="secondary" size="small" onClick={onKeep}>
          消さない
        </Button>
      </div>
    </div>
  );
}
