import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { anyone } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { ClientModules } from "#app/ui/client-modules.ts";
import { Nonce } from "#app/ui/nonce.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Shell } from "#app/ui/shell.tsx";
import stylesheet from "#app/ui/styles/index.css?url";

/** What a route module may say of its page in `export const handle`. */
export interface PageHandle {
  /** The page loads scripts: only the survey page and the secretariat's previews do. */
  hydrates?: boolean;
  /** The page is whole without script; one small module (entry.client.tsx) may add to it later. */
  enhances?: boolean;
  /** SurveyJS sets inline styles. */
  inlineStyles?: boolean;
  /** The page takes more width: two texts side by side. */
  wide?: boolean;
}

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "alternate", type: "application/atom+xml", title: "熟議 更新情報", href: href("feed") },
];

export function loader({ context }: LoaderFunctionArgs) {
  return { viewer: context.viewer, notice: context.notice };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const handles = useMatches().map(({ handle }) => (handle ?? {}) as PageHandle);
  const { pathname } = useLocation();
  const error = useRouteError();
  // The router says null where there is none.
  const failed = error !== undefined && error !== null;
  const nonce = useContext(Nonce);
  const clientModules = useContext(ClientModules);
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {failed ? <title>{`${failureOf(error).title}｜熟議`}</title> : <Meta />}
        <Links />
      </head>
      <body>
        <Shell
          viewer={data?.viewer ?? anyone}
          path={pathname}
          wide={!failed && handles.some(({ wide }) => wide)}
        >
          {data?.notice && <Notice tone="success">{data.notice}</Notice>}
          {children}
        </Shell>
        {!failed && handles.some(({ hydrates }) => hydrates) && <Scripts nonce={nonce} />}
        {!failed &&
          handles.some(({ enhances }) => enhances) &&
          clientModules.map((address) => <script key={address} type="module" src={address} />)}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

const failureTitles: Record<number, string> = {
  400: "送信された内容を読み取れませんでした",
  403: "このページを見る権限がありません",
  404: "ページが見つかりません",
  405: "この操作はできません",
  409: "すでに行われています",
  413: "送信する内容が大きすぎます",
  429: "しばらく待ってから、もう一度お試しください",
};

/** What to tell of an error: an expected one speaks for itself, a bug gets the same words always. */
function failureOf(error: unknown): { title: string; text: string } {
  const title = isRouteErrorResponse(error) ? failureTitles[error.status] : undefined;
  if (!isRouteErrorResponse(error) || title === undefined) {
    return {
      title: "表示できませんでした",
      text: "システムの不具合です。記録しました。時間をおいて、もう一度お試しください。",
    };
  }
  const said = typeof error.data === "string" ? error.data : "";
  return { title, text: said || "アドレスや操作を確かめてください。" };
}

/** Every page that could not be shown: what happened and what to do next. */
export function ErrorBoundary() {
  const { title, text } = failureOf(useRouteError());
  return (
    <Page title={title}>
      <p>{text}</p>
      <p>
        <a href={href("home")}>ホームへ戻る</a>
      </p>
    </Page>
  );
}
