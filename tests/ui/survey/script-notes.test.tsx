import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { answeringNotes } from "#app/domain/survey/answering-notes.ts";
import { answeringWords } from "#app/domain/survey/answering-words.ts";
import { scriptNotes } from "#app/ui/survey/script/notes.ts";
import { SavingNote } from "#app/ui/survey/script/saving-note.tsx";
import type { Sending } from "#app/ui/survey/script/sender.ts";
import { SendingNote } from "#app/ui/survey/script/sending-note.tsx";

const nothing = () => undefined;
const sent = (sending: Sending, locale: string) =>
  renderToStaticMarkup(
    <SendingNote
      {...{ sending, locale }}
      onRetry={nothing}
      onRecall={nothing}
      onReopen={nothing}
    />,
  );
const japanese = /[ぁ-んァ-ヶ一-龠]/u;

it("tells of saving and sending in the language of the form", () => {
  const states: Sending[] = [
    { is: "waiting", kept: true },
    { is: "waiting", kept: false },
    { is: "expired" },
    { is: "refused", problems: [{ message: "この問に答えてください。", field: "q1" }] },
    { is: "stopped", why: "closed", message: "このアンケートの受付は終わりました。" },
    { is: "corrected", why: "edition-changed", message: "調査票が直されました。" },
  ];
  for (const sending of states) {
    expect(sent(sending, "en"), sending.is).not.toMatch(japanese);
    expect(sent(sending, "ja"), sending.is).toMatch(japanese);
    // No words for it: Japanese, which the city can answer for.
    expect(sent(sending, "pt-br")).toBe(sent(sending, "ja"));
  }
  for (const why of ["already-answered", "expired", "edition-changed", "closed"]) {
    const note = renderToStaticMarkup(
      <SavingNote saving={{ is: "over", why }} locale="en" onMine={nothing} onTheirs={nothing} />,
    );
    expect(note, why).not.toMatch(japanese);
  }
});

it("has no Japanese left in any English note, nor the other way round", () => {
  for (const notes of [answeringNotes, scriptNotes]) {
    expect(JSON.stringify(notes("en"))).not.toMatch(japanese);
    const inJapanese = Object.values(notes("ja")).flatMap((each) =>
      typeof each === "string" ? [each] : Object.values(each).flat(),
    );
    for (const sentence of inJapanese) expect(sentence).toMatch(japanese);
  }
  const { pdf } = answeringWords("en");
  expect(JSON.stringify(pdf)).not.toMatch(japanese);
});
