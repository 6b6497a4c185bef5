/** Pages that must come even when nothing else works: no database, no renderer, no stylesheet. */

interface PlainPage {
  status: number;
  title: string;
  paragraphs: string[];
  headers?: Record<string, string>;
}

function plainPage({ status, title, paragraphs, headers }: PlainPage): Response {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  const html = `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}｜熟議</title></head>
<body><main><h1>${title}</h1>
${body}
<p><a href="/">ホームへ戻る</a></p></main></body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

/** 503: the database does not answer now. */
export const unavailablePage = () =>
  plainPage({
    status: 503,
    title: "ただいま表示できません",
    paragraphs: [
      "データベースにつながらないため、ページを表示できません。自動で復旧します。",
      "1分ほど待ってから、もう一度開いてください。送信の途中だった方は、前のページに戻って、もう一度送信してください。",
    ],
    headers: { "Retry-After": "30" },
  });

/** 403: a form that did not come from our own pages. */
export const foreignFormPage = () =>
  plainPage({
    status: 403,
    title: "送信を受け付けられません",
    paragraphs: [
      "この送信は、このサイトのページから行われたものと確認できませんでした。",
      "ページを開き直してから、もう一度送信してください。",
    ],
  });

/** 413: more than any form of ours takes. */
export const tooLargePage = () =>
  plainPage({
    status: 413,
    title: "送信する内容が大きすぎます",
    paragraphs: ["ファイルや文章を小さくして、前のページからもう一度送信してください。"],
  });

/** 500: a fault of ours that even the error page could not show. */
export const brokenPage = () =>
  plainPage({
    status: 500,
    title: "表示できませんでした",
    paragraphs: ["システムの不具合です。記録しました。時間をおいて、もう一度お試しください。"],
  });
