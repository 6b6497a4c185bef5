import type { ReactNode } from "react";

export interface Crumb {
  to: string;
  label: string;
}

/** The way from the home page to this page. */
function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav className="breadcrumbs" aria-label="現在の位置">
      <ol>
        {[{ to: "/", label: "ホーム" }, ...crumbs].map(({ to, label }) => (
          <li key={to}>
            <a href={to}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Says that a thing is a sample and not the city's record. */
function SampleMark({ simulated = false }: { simulated?: boolean }) {
  return (
    <p className="sample" role="note">
      <strong>サンプル</strong>
      {"　"}このページの内容は、しくみを試すための見本です。市の記録ではありません。
      {simulated && "数値は、実際の回答ではなく、計算機で作った模擬の回答によるものです。"}
    </p>
  );
}

/** A page's head: breadcrumbs, its one h1, the sample mark, a lead. */
export function Page({
  title,
  crumbs = [],
  sample = false,
  simulated = false,
  lead,
  children,
}: {
  title: ReactNode;
  crumbs?: Crumb[];
  sample?: boolean;
  /** Whether figures on the page come from simulated answers. */
  simulated?: boolean;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <div className="page-head">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {(sample || simulated) && <SampleMark simulated={simulated} />}
      {children}
    </>
  );
}

/** The title in the browser's tab. */
export function pageTitle(title: string): { title: string }[] {
  return [{ title: `${title}｜熟議（伊賀市 公共調達のあり方審議会）` }];
}
