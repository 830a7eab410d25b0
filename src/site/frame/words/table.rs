//! The table of words.

use std::collections::BTreeMap;

use serde::Serialize;

/// Declares the words: a name, and the word in each language. `{…}` is filled in where it is used.
macro_rules! words {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        /// The words in one language.
        #[derive(Debug, PartialEq, Serialize)]
        pub(crate) struct Words<'a> {
            /// The language, for `lang`.
            pub(crate) language: &'static str,
            $(pub(crate) $name: &'a str,)*
        }

        impl<'a> Words<'a> {
            pub(super) fn japanese(changes: &'a BTreeMap<String, String>) -> Self {
                Self { language: "ja", $($name: changes.get(stringify!($name)).map_or($ja, String::as_str),)* }
            }

            pub(super) fn english(changes: &'a BTreeMap<String, String>) -> Self {
                Self { language: "en", $($name: changes.get(stringify!($name)).map_or($en, String::as_str),)* }
            }
        }

        /// Each word: its name, in Japanese and in English.
        pub(crate) const TABLE: &[(&str, &str, &str)] = &[$((stringify!($name), $ja, $en),)*];
    };
}

words! {
    // Every page.
    skip: "本文へ移動", "Skip to main content";
    title_of_page: "{title}｜{site}", "{title} | {site}";
    search_site: "サイト内検索", "Search this site";
    search: "検索", "Search";
    home: "ホーム", "Home";
    breadcrumbs: "現在位置", "Breadcrumbs";
    site_information: "サイト情報", "About this site";
    contact: "お問い合わせ", "Contact";
    contact_page: "お問い合わせのページ", "Contact page";
    phone: "電話", "Phone";
    mail: "メール", "Email";
    feed: "更新情報（Atom）", "Updates (Atom)";
    plans: "計画・方針の一覧", "Plans and policies";
    top: "本文の先頭へ戻る", "Back to top";
    address: "このページのアドレス：", "Address of this page: ";

    // Home, years, 404.
    documents: "文書の一覧", "Documents";
    fiscal_year_western: "{year}年度", "";
    year_name: "{wareki}", "Fiscal year {year}";
    year_full: "{wareki}（{year}年度）", "{year}";
    year_title: "{year}の方針", "{year}: policies";
    year_description: "{city}の{title}（{count}件）の一覧です。", "The policies of {city} ({title}), {count} in all.";
    no_documents: "公開している文書は、まだありません。", "No documents have been published yet.";
    superseded_mark: "改められた文書", "Superseded";
    not_found: "ページが見つかりません", "Page not found";
    not_found_why: "お探しのページは、アドレスが変わったか、なくなったか、アドレスが途中で切れている可能性があります。",
        "The page may have moved or gone, or its address may have been cut short.";
    not_found_spelling: "アドレスの綴りを確かめてください。", "Check the spelling of the address.";
    not_found_home: "から、年度と文書を選んで探すことができます。", ": choose a year and a document there.";

    // A document.
    contents: "目次", "Contents";
    replaces: "置き換えた文書", "Replaces";
    document_replaced: "この文書は「{document}」に置き換えられました。", "This document has been replaced by {document}.";
    superseded: "この文書は、後の文書によって改められています。", "This document has been superseded by a later one.";
    early_draft: "下書きです。公開されていません。", "This is a draft. It is not public.";
    early_approved: "決裁済みの文書です。まだ公開されていません。", "This has been decided, and is not public yet.";
    early_future: "公開前の文書です。{moment}から公開されます。", "This is not public yet. It will be from {moment} on.";
    early_draft_mark: "下書き", "draft";
    early_approved_mark: "決裁済み・未公開", "approved, not public";
    early_future_mark: "公開前", "not public yet";
    kind: "種類", "Kind";
    fiscal_year: "年度", "Fiscal year";
    issuer: "発信者", "Issued by";
    issued: "制定日", "Issued";
    declared: "表明日", "Declared";
    revised: "改定日", "Revised";
    organization: "所管", "Department";
    upper: "上位文書", "Follows from";
    languages: "他の言語", "Other languages";
    license: "ライセンス", "Licence";
    preamble: "前文", "Preamble";
    table: "表", "Table";
    notes: "注", "Notes";
    note: "注{number}", "note {number}";
    note_back: "本文の注{number}へ戻る", "Back to note {number} in the text";
    note_back_of_several: "本文の注{number}（{occurrence}か所目）へ戻る", "Back to note {number} in the text (place {occurrence})";
    mentioned_by: "この文書を挙げている文書", "Documents that refer to this one";
    as_upper: "（上位文書として）", " (as the document it follows from)";
    mentions_place: "（{place}を挙げています）", " (refers to {place})";
    gone: "なくなった項", "Clauses that are gone";
    permalink: "{name}へのリンク", "Link to {name}";
    cite_clause: "{name}を引用", "Cite {name}";
    cite: "引用", "Cite";

    // Clauses that are gone. The sentences take the words above them.
    gone_mark: "（なくなった項）", " (no longer there)";
    and: "、", " and ";
    in_version_of: "{date}版で", " in the version of {date}";
    version_of: "{date}版", "of the version of {date}";
    version_before: "以前", "of an earlier version";
    was_now: "{version}の{name}は現在{now}です。", "{name} {version} is now {now}.";
    was_fate: "{version}の{name}は{fate}", "{name} {version} {fate}";
    was_gone: "{version}の{name}はなくなりました。", "{name} {version} no longer exists.";
    clause_fate: "この項は{fate}", "This clause {fate}";
    moved_away: "{version}別の文書へ移されました。", "was moved to another document{version}.";
    moved_to: "{version}{successors}へ移されました。", "was moved to {successors}{version}.";
    merged: "{version}ほかの項へ統合されました。", "was merged with other clauses{version}.";
    merged_into: "{version}{successors}へ統合されました。", "was merged into {successors}{version}.";
    split: "{version}分けられました。", "was split{version}.";
    split_into: "{version}{successors}に分けられました。", "was split into {successors}{version}.";
    withdrawn: "{version}廃止されました。", "was withdrawn{version}.";
    replaced_by: "{version}{successors}に代わりました。", "was replaced by {successors}{version}.";
    reserved: "{version}欠番になりました。", "was withdrawn and its number left vacant{version}.";
    reserved_for: "{version}{successors}に代わり、欠番になりました。", "was replaced by {successors} and its number left vacant{version}.";
    no_longer: "{name}（現在はありません）", "{name} (no longer exists)";
    no_longer_sentence: "{name}は、現在はありません。", "{name} no longer exists.";
    renumbered: "{name}（番号が変わりました）", "{name} (renumbered)";
    last_text: "最後の文面", "Its last text";

    before: "前の文書", "Previous document";
    after: "次の文書", "Next document";
    neighbours: "前後の文書", "Previous and next documents";
    related: "ほかの年度の同じ種類の文書", "The same kind of document of other years";
    share: "このページを共有する", "Share this page";
    share_line: "LINEで送る", "Send by LINE";
    share_x: "Xに投稿する", "Post on X";
    share_mail: "メールで送る", "Send by email";
    external: "（外部サイト）", " (external site)";
    original: "正本", "Authoritative text";
    accessibility: "ウェブアクセシビリティ方針", "Accessibility policy (in Japanese)";
    accessibility_description: "{site}の{title}です。", "{title} of {site}.";
    accessibility_result: "ウェブアクセシビリティ試験結果（{year}年）", "Accessibility test results ({year})";
    accessibility_machine: "自動で確認", "Checked by a program";
    accessibility_nothing: "構造上該当なし", "Does not apply to these pages";
    accessibility_open: "人の確認が要る", "Needs a person's check";
    accessibility_signed: "人が確認", "Checked by a person";

    // A clause.
    read_in_document: "文書の中で読む", "Read it in the document";
    read_document: "文書を読む", "Read the document";
    clause_mentioned_by: "この項を挙げている文書", "Documents that refer to this clause";
    clause_gone: "この項は、現在はありません", "This clause no longer exists";
    clause_moved: "この項のアドレスは変わりました：", "The address of this clause has changed: ";
    cite_heading: "引用する", "Cite";
    cite_link: "リンク", "Link";
    cite_name: "名称", "Name";
    cite_source: "出典", "Source";
    share_post: "共有に使える文（{channel}）", "Text for sharing ({channel})";
    cite_quotation: "引用文（本文と出典）", "Quotation (text and source)";

    copy: "コピー", "Copy";
    copy_of: "{name}をコピー", "Copy: {name}";
    copied: "{name}をコピーしました。", "Copied: {name}.";
    not_copied: "コピーできませんでした。文字を選んでコピーしてください。", "Copying failed. Please select the text and copy it.";

    // Pages of documents and addresses that are gone.
    moved_title: "「{title}」の新しいアドレス", "New address of {title}";
    moved_document: "この文書のアドレスは変わりました。", "The address of this document has changed. ";
    taken_down: "掲載を終えた文書", "Document no longer published";
    taken_down_why: "この文書の掲載は終わりました。", "This document is no longer published.";
    gone_clauses: "この文書にあった項", "Clauses of this document";
    new_address: "新しいアドレス：", "New address: ";
    new_addresses: "項ごとの新しいアドレス", "New addresses of the clauses";
    reason: "理由：", " Reason: ";

    // Objectives.
    objectives: "目標と進み具合", "Objectives and progress";
    objectives_description: "{city}の文書に書かれた目標（{count}件）の指標と進み具合です。", "The {count} objectives in the documents of {city}, their indicators and how far they have come.";
    objectives_of: "{name}：目標と進み具合", "{name}: objectives and progress";
    choose_objectives: "目標を選ぶ", "Choose objectives";
    all_objectives: "すべて", "All";
    pages_of_list: "一覧のページ", "Pages of the list";
    page_of: "{title}（{number}ページ目）", "{title} (page {number})";
    of_objective: "{name}の指標と進み具合", "{name}: indicators and progress";
    example: "記載例", "Example";
    example_why: "書き方を示すための例です。実際に定められたものではありません。", "This shows how it is written. Nobody has decided it.";
    status: "達成状況", "Status";
    due: "期限", "Due";
    overdue: "期限を過ぎています", "Overdue";
    in_charge: "担当", "In charge";
    sdg: "目標{number}「{name}」", "Goal {number}: {name}";
    part: "区分", "What";
    value: "値", "Value";
    day_or_due: "時点・期限", "On or by";
    remark: "備考", "Remark";
    no_remark: "－", "-";
    baseline: "基準値", "Baseline";
    interim: "中間目標", "Interim target";
    target: "目標値", "Target";
    actual: "実績", "Actual";
    unit: "単位", "Unit";
    direction: "目指す方向", "Direction";
    output: "活動指標", "Output";
    outcome: "成果指標", "Outcome";
    up: "増やす", "Up";
    down: "減らす", "Down";
    keep: "維持する", "Keep";
    done: "完了する", "Finish";
    unset: "未設定", "Not set";
    unconfirmed: "確認中", "Being confirmed";
    not_applicable: "該当なし", "Not applicable";
    gaps: "未設定・確認中の値", "Without a value";
    progress: "進み具合", "Progress";
    progress_percent: "進み具合{percent}%", "progress {percent}%";
    progress_formula: "{percent}%＝（実績{actual}－基準値{baseline}）÷（目標値{target}－基準値{baseline}）", "{percent}% = (actual {actual} - baseline {baseline}) / (target {target} - baseline {baseline})";
    judged: "進み具合（担当の判断）", "Progress (as judged)";
    chart_title: "{name}の推移", "{name} over time";
    chart_description: "{from}の{first}から{to}の{last}まで。全ての値は表にあります。", "From {first} on {from} to {last} on {to}. All values are in the table.";
    chart_legend: "■基準値、●実績、△中間目標、◇目標値", "square: baseline, dot: actual, triangle: interim target, diamond: target";
    colon: "：", ": ";
    paren_open: "（", " (";
    paren_close: "）", ")";

    // Terms.
    terms: "用語の説明", "Terms explained";
    terms_description: "{city}の文書に出てくる略語と用語の説明です。", "Abbreviations and terms in the documents of {city}, explained.";

    // Plans.
    plans_description: "{city}の文書が名を挙げている計画・方針・指針の一覧です。", "Plans, policies and guidelines that the documents of {city} refer to.";
    plan_description: "「{name}」と、この計画などを挙げている文書です。", "{name}, and the documents that refer to it.";
    plan_aliases: "別の名前", "Other names";
    plan_period: "期間", "Period";
    plan_status: "状態", "Status";
    plan_successors: "後の計画", "Replaced by";
    plan_text: "本文", "Text";
    plan_note: "備考", "Remarks";
    plan_mentions: "挙げている文書", "Documents that refer to it";
    plan_unmentioned: "公開している文書では、まだ挙げられていません。", "No published document refers to it yet.";
    plan_count: "{count}か所で挙げられています", "referred to in {count} places";
    period_from: "{from}から", "from {from}";
    period_until: "{until}まで", "until {until}";
    period: "{from}から{until}まで", "{from} to {until}";

    // Search. `{n}`, `{q}` and `{p}` are filled by the script: a number, what was asked for, and its parts.
    search_description: "{city}の方針を、項ごとに言葉で探すことができます。", "Search the policies of {city}, clause by clause.";
    search_words: "探す言葉", "Words to find";
    search_narrow: "しぼり込み", "Narrow down";
    search_all: "すべて", "All";
    search_needs_script: "この検索には JavaScript を使います。使えない場合は、下の索引を開き、ブラウザーのページ内検索で探してください。",
        "This search needs JavaScript. Without it, open an index below and search it with your browser.";
    search_wait: "探しています。", "Searching.";
    search_found: "{n}件見つかりました。", "Found: {n}.";
    search_least: "ここまでに{n}件見つかりました。続きがあるかもしれません。", "Found so far: {n}. There may be more.";
    search_about: "およそ{n}件見つかりました（これより少ないことがあります）。", "Found: about {n}, or fewer.";
    search_between: "」「", "' and '";
    search_apart: "「{q}」は、続けて書かれたところがありません。「{p}」のすべてを含む項は、", "'{q}' is nowhere written as one. Clauses with all of '{p}': ";
    search_none: "「{q}」を含む項は見つかりませんでした。", "No clause with '{q}' was found.";
    search_missing: "「{q}」を含む項はありません。", "There is no clause with '{q}'.";
    search_short: "「{q}」を含む項は多すぎて探せません。もう1文字続けて入力してください。", "Too many clauses contain '{q}'. Please add another letter.";
    search_stale: "索引が新しくなりました。ページを読み込み直してください。", "The index has changed. Please reload the page.";
    search_failed: "索引を読み込めませんでした。時間をおいて、ページを読み込み直してください。", "The index could not be loaded. Please wait a moment and reload the page.";
    search_more: "続きを表示", "Show more";
    search_help: "見つからないときは", "If you do not find it";
    search_help_words: "言葉を短くするか、別の言い方でお試しください（例：「業務効率化の推進」→「業務 効率」）。空白で区切ると、そのすべてを含む項を探します。",
        "Try fewer or other words. Words with spaces between them are all looked for, in any place of a clause.";
    search_help_narrow: "しぼり込みをしている場合は、「すべて」に戻してお試しください。", "If you have narrowed down the search, set it back to 'All'.";
    search_help_forms: "全角と半角、大文字と小文字、和暦と西暦、漢数字と算用数字は区別しません。",
        "Full and half width, capital and small letters, Japanese and Western years, and kanji and Arabic numbers are the same here.";
    search_help_scope: "このサイトに載っている文書の本文だけを探します。市のほかのページや、リンク先の計画の本文は探しません。",
        "Only the documents on this site are searched, not other pages of the city nor what the links lead to.";
    search_index: "索引", "Indexes";
    search_index_what: "年度ごとに、すべての項を1ページに並べています。", "For each fiscal year, all clauses on one page.";
    search_index_of: "{year}の索引", "Index of {year}";
    search_index_count: "（{count}件の文書）", " (documents: {count})";
    search_index_description: "{year}の方針のすべての項を、1ページで読むことができます。", "{year}: all clauses of the policies on one page. ";
    search_index_use: "ブラウザーのページ内検索で言葉を探すことができます。番号を選ぶと、文書の中のその項へ移ります。",
        "Search it with your browser; a number leads to the clause in its document.";
    // The chain.
    trace: "方針のつながり", "How policies connect";
    trace_description: "{city}の方針の項目が、どの方針のどの項目を受けているかを、上から下へ、下から上へたどれます。",
        "Which clause of the policies of {city} takes up which: from the top down, and from the bottom up.";
    trace_of: "「{name}」のつながり", "Connections of {name}";
    trace_down: "各項目を受けた項目", "Who takes up each clause";
    trace_up: "各項目のもとになった項目", "What each clause takes up";
    trace_taken_up: "{all}項目のうち{count}項目に、これを受けた項目が示されています。", "Of {all} clauses, {count} are shown to be taken up. ";
    trace_rooted: "{all}項目のうち{count}項目に、もとになった項目が示されています。", "Of {all} clauses, {count} are shown with what they take up. ";
    trace_open: "受けた項目は、まだ示されていません", "Nobody is shown to take it up yet";
    trace_rootless: "もとになった項目は、まだ示されていません", "What it takes up is not shown yet";
    trace_open_list: "受けた項目が、まだ示されていない項目", "Clauses nobody is shown to take up yet";
    trace_rootless_list: "もとになった項目が、まだ示されていない項目", "Clauses whose origin is not shown yet";
    trace_with_parts: "章全体として、または項目の中の細目で示されています", "Shown for its section as a whole, or for its parts";
    trace_ground: "共通する言葉：{ground}", "Words in common: {ground}";
    trace_years_differ: "年度が異なる文書間の参考対応", "For reference: documents of different years";
    trace_more: "ほかに{count}項目", "{count} more";
    trace_not_judged: "示されていないことは、取り組まれていないことを意味しません。", "What is not shown may be done all the same.";
    trace_column_down: "受けた項目がある項目", "Clauses taken up";
    trace_column_up: "もとが示された項目", "Clauses with their origin";
    trace_pages: "ページ", "Pages";
    trace_page: "{part}ページ目", "Page {part}";
    trace_of_count: "{all}のうち{count}", "{count} of {all}";
    above: "上位", "Above";
    below: "下位", "Below";
    chain_years_differ: "（{note}）", " ({note})";
    bracket_open: "（", " (";
    bracket_close: "）", ")";
    chain_see: "つながりを見る", "See the connections";

    // Home.
    home_figure: "{year}の方針のつながり", "How the policies of {year} connect";
    home_figure_plain: "{year}の方針", "The policies of {year}";
    home_how: "矢印は、下の段の文書が、上の段の文書を受けて定めると示していることを表します。", "An arrow means that documents of the lower step say they are drawn up on the ground of the one above.";
    home_taken_up: "これを受けて定める", "leads to";
    home_taken_up_by_some: "{papers}を受けて定める文書があります", "some of these are drawn up on the ground of: {papers}";
    home_also: "{papers}を受けて定める文書があります。", "There are documents drawn up on the ground of: {papers}.";
    home_and: "、", ", ";
    home_and_more: "ほか{count}件", " and {count} more";
    home_absent: "このサイトには掲載していません", "Not on this site";
    home_chapters: "項目", "Chapters";
    home_more: "ほかに{count}件", "{count} more";
    home_objectives: "目標{count}件", "{count} objectives";
    home_above: "もとの項目{count}件", "{count} above";
    home_below: "これを受けた項目{count}件", "{count} below";
    home_tied: "ほかの年度との参考対応{count}件", "{count} for reference";
    home_reference: "{name}との参考対応（{count}件）", "{name}: {count} pairs for reference";
    home_references: "ほかの年度の方針との参考対応", "For reference: policies of other years";
    home_table: "つながりを表で見る", "The same as a table";
    home_step: "段階", "Step";
    home_document: "文書", "Document";
    home_to_above: "もとの項目", "Above";
    home_to_below: "これを受けた項目", "Below";
    home_to_tied: "ほかの年度との参考対応", "For reference";

    // Units.
    organizations: "組織の一覧", "Departments";
    organizations_description: "{city}の文書に出てくる組織と、それぞれが定めた方針・受け持つ目標です。", "The units of {city} in the documents, with the policies and objectives of each.";
    organization_description: "{name}が定めた方針と、受け持つ目標です。", "The policies and objectives of {name}.";
    unit_period: "この名前の期間", "Known by this name";
    unit_parent: "上の組織", "Part of";
    unit_children: "下の組織", "Units within it";
    unit_predecessors: "前身", "Formerly";
    unit_successors: "後身", "Now";
    unit_ended: "現在は別の組織に引き継がれています。文書の中の名前は、その文書が出された時のままです。", "Its work has passed to another unit. Documents keep the name it had when they were issued.";
    unit_documents: "定めた文書", "Documents it issued";
    unit_no_documents: "公開している文書はありません。", "No published document.";
    unit_then: "（当時の名前：{name}）", " (then called {name})";
    unit_objectives: "受け持つ目標", "Objectives it is in charge of";
    unit_plans: "所管する計画", "Plans it is in charge of";
    unit_mentions: "この部署を挙げている項目", "Clauses that name this department";
    unit_mentions_more: "ほか{count}件", "and {count} more";
    unit_count: "文書{documents}件・目標{objectives}件", "{documents} documents, {objectives} objectives";
    unit_now: "（現在は{name}）", " (now {name})";

    // SDGs.
    sdgs: "SDGsの目標から探す", "By goal of the SDGs";
    sdgs_description: "{city}の目標が挙げているSDGs（持続可能な開発目標）です。", "The Sustainable Development Goals that objectives of {city} name.";
    sdgs_goal: "SDGs 目標{number}「{name}」", "SDG {number}: {name}";
    sdgs_goal_description: "SDGsの目標{number}「{name}」を挙げている目標です。", "Objectives that name goal {number}, {name}.";
    sdgs_count: "{count}件の目標", "{count} objectives";

    // Data.
    data: "データ", "Data (in Japanese)";
    data_use: "使うときに", "How to use it";
    data_csv: "CSVは、UTF-8（BOM付き）、改行はCRLFです。1行目は列の名前で、列は年度が変わっても変えません。", "CSV files are UTF-8 with BOM and CRLF. The first row names the columns, which stay the same over the years.";
    data_cells: "1つのセルに1つの値を入れ、改行や体裁のための空白は入れません。数値に単位は付けません。日付はISO 8601です。", "A cell holds one value, without line breaks or padding. Numbers bear no units. Dates are ISO 8601.";
    data_blank: "空欄は「値がない」ことを表します。0ではありません。", "A blank means that there is no value. It is not 0.";
    data_text: "文は公表されたとおりです。「=」「+」などで始まる文を表計算ソフトで開くときは、列を「文字列」として読み込んでください。数式よけの記号は付けていません。", "Texts are as published. Spreadsheets take what starts with = or + for a formula: import such columns as text.";
    data_rows_as_objects: "JSON Schemaは、CSVを「1行が1つのオブジェクト、値は全て文字列」の配列として読んだときのものです。", "The JSON Schema of a CSV is that of an array with an object a row, all values strings.";
    data_license: "利用条件：", "Terms of use: ";
    data_row_count: "（{count}行）", " ({count} rows)";
    data_schema: "{name}のスキーマ（JSON Schema）", "{name}, its schema (JSON Schema)";
    data_columns: "{name}の列", "Columns: {name}";
    data_column: "列", "Column";
    data_what: "内容", "Meaning";
    data_kind: "型", "Type";
    data_may_be_blank: "空欄", "Blank";
    data_never_blank: "なし", "Never";
    data_sometimes_blank: "あり", "Possible";
    data_changes: "項目の変更（Atom）", "Changes of clauses (Atom)";
    data_changes_what: "項目が新しくできた・文が変わった・なくなったことを知らせます。番号が変わっただけのものは載せません。日付は文書の日付です。", "It tells of clauses that are new, reworded or gone. A new number alone is no news. Dates are those of the documents.";
    data_definitions: "定義の変更", "Changes of the definitions";
    data_definitions_what: "列の追加や意味の変更は、ここに記します。今の定義は第1版です。", "New columns and changes of meaning are noted here. This is the first edition.";
    data_description: "{city}の方針を、機械で読める形で提供します。列の説明とスキーマを添えています。", "The policies of {city} as data, with schemas and a dictionary (in Japanese).";

    changes_title: "{title}：項目の変更", "{title}: changes of clauses";
    change_new: "新しい項目：{name}", "New: {name}";
    change_reworded: "文が変わった項目：{name}", "Reworded: {name}";
    change_gone: "なくなった項目：{name}", "No longer there: {name}";

    // Years.
    years: "年度の一覧", "Fiscal years";
    years_description: "{city}の方針を、年度から探せます。", "The policies of {city} by fiscal year.";
    years_count: "文書{count}件", "{count} documents";

    // Files.
    file_size: "（{size}）", " ({size})";
    file_format: "（{format}）", " ({format})";
    file_format_and_size: "（{format}、{size}）", " ({format}, {size})";
}
