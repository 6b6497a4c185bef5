import type { ReactNode } from "react";
import type { Viewer } from "#app/domain/viewer.ts";
import { href, type RouteName } from "#app/routes.ts";

type PlainRoute =
  | "home"
  | "meetings"
  | "ordinance"
  | "surveys"
  | "interimDrafts"
  | "goals"
  | "about";

const publicNavigation: { route: PlainRoute; label: string }[] = [
  { route: "meetings", label: "会議と会議録" },
  { route: "ordinance", label: "条例案" },
  { route: "surveys", label: "調査結果" },
  { route: "interimDrafts", label: "条例中間案" },
  { route: "goals", label: "目標シート" },
];

interface AreaLink {
  to: string;
  label: string;
}

const councilNavigation: AreaLink[] = [
  { to: href("council"), label: "委員のページ" },
  { to: href("councilComments"), label: "意見" },
  { to: href("councilFigures"), label: "条ごとの調査結果" },
  { to: href("password"), label: "パスワードの変更" },
];

const secretariatNavigation: AreaLink[] = [
  { to: href("secretariat"), label: "事務局の机" },
  { to: href("deskMeetings"), label: "会議録" },
  { to: href("deskVersions"), label: "条例案" },
  { to: href("deskSurveys"), label: "調査" },
  { to: href("deskComments"), label: "意見" },
  { to: href("deskLinks"), label: "関連付け" },
  { to: href("deskInterimDrafts"), label: "中間案" },
  { to: href("deskGoals"), label: "目標シート" },
  { to: href("deskAccounts"), label: "アカウント" },
  { to: href("deskRecord"), label: "記録" },
];

function areaNavigation(viewer: Viewer): AreaLink[] {
  switch (viewer.kind) {
    case "anyone":
      return [];
    case "member":
      return councilNavigation;
    case "secretariat":
      return secretariatNavigation;
  }
}

/** Whether a navigation link leads to the page or to a page above it. */
function isWithin(path: string, to: string, exact: boolean): boolean {
  return path === to || (!exact && path.startsWith(`${to}/`));
}

function Navigation({ label, links, path }: { label: string; links: AreaLink[]; path: string }) {
  const roots = new Set<string>([href("council"), href("secretariat")]);
  return (
    <nav className="site-nav" aria-label={label}>
      <ul>
        {links.map(({ to, label: text }) => (
          <li key={to}>
            <a
              href={to}
              aria-current={
                path === to ? "page" : isWithin(path, to, roots.has(to)) ? "true" : undefined
              }
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What stands around every page: skip link, site name, navigation by rights, footer. */
export function Shell({
  viewer,
  path,
  wide = false,
  children,
}: {
  viewer: Viewer;
  /** The path of the page shown. */
  path: string;
  /** For pages with two texts side by side. */
  wide?: boolean;
  children: ReactNode;
}) {
  const area = areaNavigation(viewer);
  return (
    <>
      <a className="skip" href="#main">
        本文へ移動
      </a>
      <header className="site-header">
        <div>
          <a className="site-name" href={href("home")}>
            熟議<small>伊賀市 公共調達のあり方審議会</small>
          </a>
          <Navigation
            label="サイト内"
            path={path}
            links={publicNavigation.map(({ route, label }) => ({ to: href(route), label }))}
          />
          {viewer.kind !== "anyone" && (
            <div className="site-who">
              <span>{viewer.name}</span>
              <form method="post" action={href("signOut")}>
                <button className="button secondary small" type="submit">
                  サインアウト
                </button>
              </form>
            </div>
          )}
        </div>
        {area.length > 0 && (
          <div className="area-nav">
            <div>
              <Navigation
                label={viewer.kind === "member" ? "委員" : "事務局"}
                path={path}
                links={area}
              />
            </div>
          </div>
        )}
      </header>
      <main id="main" className={wide ? "site-main wide" : "site-main"} tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div>
          <ul>
            {footerLinks.map(({ route, label }) => (
              <li key={route}>
                <a href={href(route)}>{label}</a>
              </li>
            ))}
          </ul>
          <p className="soft">
            熟議は、条例案がどの会議・どの調査結果から生まれたかを、だれでも確かめられるようにする場です。
          </p>
        </div>
      </footer>
    </>
  );
}

type FooterRoute = Extract<RouteName, "about" | "accessibility" | "feed" | "codeEntry" | "signIn">;

const footerLinks: { route: FooterRoute; label: string }[] = [
  { route: "about", label: "このサイトについて" },
  { route: "accessibility", label: "アクセシビリティ方針" },
  { route: "feed", label: "更新情報（Atom）" },
  { route: "codeEntry", label: "調査に回答する（事業者の方）" },
  { route: "signIn", label: "委員・事務局のサインイン" },
];
