/** Where a survey stands. */
export type SurveyState = "preparing" | "open" | "closed";

export type Admission =
  | { may: true }
  | {
      may: false;
      why: "unknown-code" | "already-answered" | "not-open" | "closed";
      /** Plain Japanese: what has happened and what to do. */
      message: string;
    };

/**
 * Whether the holder of a code may answer now. `invitation` is null when no live invitation has
 * the code (never issued, or revoked by a re-issue). A firm that has answered hears that, also
 * after the survey has closed.
 */
export function admit({
  survey,
  invitation,
}: {
  survey: { state: SurveyState };
  invitation: { answered: boolean } | null;
}): Admission {
  if (invitation === null) {
    return {
      may: false,
      why: "unknown-code",
      message:
        "このコードは見つかりません。お手元の依頼文のコードをもう一度確かめて入力してください。" +
        "コードを再発行した場合は、新しいコードを使ってください。",
    };
  }
  if (invitation.answered) {
    return {
      may: false,
      why: "already-answered",
      message:
        "このコードの回答はすでに受け付けています。回答は1事業者につき1回です。" +
        "覚えのない場合や直したい場合は、事務局に連絡してください。",
    };
  }
  switch (survey.state) {
    case "open":
      return { may: true };
    case "preparing":
      return {
        may: false,
        why: "not-open",
        message:
          "このアンケートはまだ始まっていません。依頼文に書かれた開始日の後に、もう一度開いてください。",
      };
    case "closed":
      return {
        may: false,
        why: "closed",
        message:
          "このアンケートの受付は終わりました。ご協力いただける場合や事情のある場合は、事務局に連絡してください。",
      };
  }
}
