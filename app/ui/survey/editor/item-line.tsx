import { textOfItem, valueOfItem } from "#app/domain/survey/editor/index.ts";
import type { JsonValue } from "#app/domain/survey/json.ts";
import { homeLocale, languageName } from "#app/domain/survey/locales.ts";
import { Button } from "../../button.tsx";
import { useEditor } from "./editor-context.ts";

/** One choice: its text in each language, and what can be done with it. */
export function ItemLine({
  item,
  index,
  short,
  last,
  onText,
  onEnter,
  onMove,
  onRemove,
}: {
  item: JsonValue;
  index: number;
  short: string;
  last: boolean;
  onText: (locale: string, text: string) => void;
  onEnter: () => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { locales } = useEditor();
  const name = `${short}${index + 1}`;
  const act = (words: string) => `${name}を${words}`;
  return (
    <li>
      {locales.map((locale) => (
        <input
          key={locale}
          type="text"
          lang={locale}
          autoComplete="off"
          aria-label={locale === homeLocale ? name : `${name}（${languageName(locale)}）`}
          placeholder={locale === homeLocale ? undefined : languageName(locale)}
          data-focus={locale === homeLocale ? `text-${index}` : undefined}
          value={textOfItem(item, locale)}
          onChange={({ currentTarget }) => onText(locale, currentTarget.value)}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Enter" && last && !nativeEvent.isComposing) onEnter();
          }}
        />
      ))}
      <span className="editor-item-acts">
        <small className="soft">値 {String(valueOfItem(item) ?? "なし")}</small>
        <Button
          type="button"
          look="secondary"
          size="small"
          data-focus={`up-${index}`}
          aria-label={act("上へ")}
          aria-disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          上へ
        </Button>
        <Button
          type="button"
          look="secondary"
          size="small"
          data-focus={`down-${index}`}
          aria-label={act("下へ")}
          aria-disabled={last}
          onClick={() => onMove(1)}
        >
          下へ
        </Button>
        <Button
          type="button"
          look="secondary"
          size="small"
          data-focus={`remove-${index}`}
          aria-label={act("消す")}
          onClick={onRemove}
        >
          消す
        </Button>
      </span>
    </li>
  );
}
