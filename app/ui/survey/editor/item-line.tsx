import { textOfItem, valueOfItem } from "#app/domain/survey/editor/index.ts";
import type { JsonValue } from "#app/domain/survey/json.ts";
import { homeLocale, languageName } from "#app/domain/survey/locales.ts";
import { useEditor } from "./editor-context.ts";
import { ItemAct } from "./item-act.tsx";

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
        <ItemAct
          of={name}
          words="上へ"
          focus={`up-${index}`}
          off={index === 0}
          act={() => onMove(-1)}
        />
        <ItemAct of={name} words="下へ" focus={`down-${index}`} off={last} act={() => onMove(1)} />
        <ItemAct of={name} words="消す" focus={`remove-${index}`} act={onRemove} />
      </span>
    </li>
  );
}
