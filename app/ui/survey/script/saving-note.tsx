import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import type { Saving } from "./draft-keeper.ts";

/** How the draft's saving stands, in words; of what goes well only a line that disturbs nobody. */
export function SavingNote({
  saving,
  onMine,
  onTheirs,
}: {
  saving: Saving | undefined;
  /** Goes on with what stands in this window. */
  onMine: () => void;
  /** Takes what was written elsewhere. */
  onTheirs: () => void;
}) {
  if (saving?.is === "elsewhere") {
    return (
      <Notice tone="warning">
        <p>
          <strong>別の画面（タブや端末）で、この回答の続きが入力されました。</strong>
          どちらを残すか選んでください。選ぶまでは、どちらの内容も消えません。
        </p>
        <div className="actions">
          <Button type="button" onClick={onMine}>
            この画面の内容を残す
          </Button>
          <Button type="button" look="secondary" onClick={onTheirs}>
            別の画面の内容に切り替える
          </Button>
        </div>
      </Notice>
    );
  }
  if (saving?.is === "over") {
    return (
      <Notice tone="warning">
        <p>{wordsOf(saving.why)}</p>
      </Notice>
    );
  }
  return (
    <p className="saving-state" role="status">
      {saving === undefined ? "" : quiet[saving.is]}
    </p>
  );
}

const quiet: Record<"saved" | "writing" | "offline", string> = {
  saved: "途中の内容を保存しました。",
  writing: "途中の内容を保存しています…",
  offline: "通信が切れています。入力した内容はこの画面に残っています。つながると自動で保存します。",
};

function wordsOf(why: string): string {
  switch (why) {
    case "already-answered":
      return "このコードの回答は、すでに送信されています。この画面の内容は保存されません。";
    case "expired":
      return "コードを入力してから時間がたったため、途中の内容を保存できません。この画面の内容はこのタブに残っています。コードをもう一度入力すると、続きから回答できます。";
    case "edition-changed":
      return "入力している間に、調査票が直されました。画面を開き直して、答えを確かめてください。入力した内容は残っています。";
    default:
      return "この調査は、いま回答を受け付けていないため、途中の内容を保存できません。";
  }
}
