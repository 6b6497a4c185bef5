import { Outlet } from "@remix-run/react";

export default function Root() {
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <title>一覧</title>
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}
