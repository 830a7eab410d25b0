//! The help of the command line in Japanese.

use clap::Command;

/// Each command: its name, its description and its usage.
const COMMANDS: &[(&str, &str, &str)] = &[
    ("init", "サイトを始める（書き換えて使える小さな市の見本を置く）", "hoshin init <フォルダー>"),
    (
        "new",
        "文書を書き始める（前の年度のものを写す、またはひな形）",
        "hoshin new <文書> [--from 写すもとの文書] [--kind 種類]",
    ),
    ("build", "サイトを作る（まだ公開の約束はしない）", "hoshin build [オプション]"),
    ("release", "サイトを公開する（これ以後、アドレスを守り続ける）", "hoshin release [オプション]"),
    (
        "diff",
        "公開したあとに変わった文を、語ごとに比べて見る（--format text・csv・json）",
        "hoshin diff [文書] [オプション]",
    ),
    ("serve", "書きながらブラウザーで見る（保存するたびに新しくなる）", "hoshin serve [オプション]"),
    ("check", "原稿の誤りをすべて挙げる（何も書き込まない）", "hoshin check [オプション]"),
    ("anchor", "条項のアドレスを見る・改定で起きた変化を決める", "hoshin anchor <命令> [オプション]"),
    ("anchor list", "文書の条項のアドレス（文書を省くと文書の一覧）", "hoshin anchor list [文書]"),
    ("anchor show", "一つのアドレスの記録を見る", "hoshin anchor show <id・引用・場所>"),
    ("anchor same", "公開済みの条項は、今ここにある条項である", "hoshin anchor same <id> <場所> [--write]"),
    ("anchor split", "公開済みの条項は、これらに分かれた", "hoshin anchor split <id> <場所>... [--write]"),
    ("anchor merge", "公開済みの条項は、一つになった", "hoshin anchor merge <id>... <場所> [--write]"),
    ("anchor move", "公開済みの条項は、別の文書に移った", "hoshin anchor move <id> <場所> [--with-children] [--write]"),
    (
        "anchor new",
        "これらの場所の条項は、同じ文の公開済みのものではなく、新しい",
        "hoshin anchor new <場所>... [--write]",
    ),
    (
        "anchor retire",
        "公開済みの条項（または文書）は、なくなった",
        "hoshin anchor retire <id・文書>... [--reason 理由] [--write]",
    ),
    (
        "anchor reserve",
        "公開済みの条項はなくなり、番号は欠番とする",
        "hoshin anchor reserve <id> [--reason 理由] [--write]",
    ),
    ("anchor answer", "未回答の問いすべてに、いちばんありそうな答えを記録する", "hoshin anchor answer [--write]"),
    ("anchor rename", "文書の名前が変わった", "hoshin anchor rename <以前の名前> <今の名前> [--write]"),
    ("anchor forget", "文書のアドレスをすべて捨て、始めからやり直す", "hoshin anchor forget <文書> [--write]"),
    ("anchor adopt", "公開した文書の一覧を、今ある記録から作り直す", "hoshin anchor adopt [--write]"),
    ("snippet", "条項の内容を違えずに伝える LINE・SNS の投稿文を作る", "hoshin snippet <命令> [オプション]"),
    ("snippet list", "投稿文の作り方と長さの一覧", "hoshin snippet list [条項]... [オプション]"),
    ("snippet show", "投稿文そのものを見る", "hoshin snippet show [条項]... [オプション]"),
    (
        "snippet count",
        "標準入力の文の長さを、投稿先の数え方で数える",
        "hoshin snippet count --channel <投稿先> [オプション]",
    ),
    ("snippet check", "投稿文の誤りと、効かなくなった承認を挙げる", "hoshin snippet check [条項]... [オプション]"),
    (
        "snippet export",
        "投稿文をファイルに書き出す（何も送信しない）",
        "hoshin snippet export --out <フォルダー> [条項]... [オプション]",
    ),
    (
        "snippet approve",
        "今の投稿文への承認をサイドカーに記録する",
        "hoshin snippet approve <条項> --channel <投稿先> --by <氏名>",
    ),
    ("objective", "目標を表（CSV）にする・表の値を原稿に取り込む", "hoshin objective <命令> [オプション]"),
    ("objective export", "目標を Excel で開ける表に書き出す", "hoshin objective export [文書] [--csv <ファイル>]"),
    ("objective import", "表の値を原稿に取り込む", "hoshin objective import <ファイル> [--write]"),
    ("cite", "引用・id・場所から、条項とその引用文を出す", "hoshin cite <引用> [オプション]"),
    (
        "trace",
        "どの項目をどの項目が受けたか、まだ示されていない項目はどれか（--format table・csv・json）",
        "hoshin trace [オプション]",
    ),
    (
        "trace suggest",
        "共通する言葉のある項目の組を提案する（何も書き込まない）",
        "hoshin trace suggest <下位の文書> <上位の文書>",
    ),
    ("explain", "指摘の意味と直し方を読む（コードを省くと一覧）", "hoshin explain [コード]"),
    ("completions", "シェルの補完スクリプトを出力する", "hoshin completions <シェル>"),
];

/// Each argument: its id, its value and its description.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("lang", "言語", "表示の言語（init では見本の言語も）ja または en（省略時は LC_ALL・LC_MESSAGES・LANG に従う）"),
    ("now", "日時", "この日時の姿を作る: 2026-04-01、2026-04-01T09:00 など"),
    ("strict", "", "警告も誤りとして扱う"),
    ("format", "形式", "指摘の形式 text（標準エラー出力）、json・sarif（標準出力）"),
    ("quiet", "", "失敗の原因となる指摘だけを表示する"),
    ("verbose", "", "ファイルごとの扱いも表示する"),
    ("color", "場合", "色をつける場合 auto、always、never"),
    ("help", "", "この説明を表示する"),
    ("version", "", "版を表示する"),
    ("site", "フォルダー", "content/ があるサイトのフォルダー（省略時は今いる場所）"),
    ("output", "フォルダー", "サイトを書き込む先（省略時はサイトのフォルダーの public/）"),
    (
        "drafts",
        "",
        "下書きと公開前の文書も、印をつけて見せる（確認用。公開しないこと。--output に専用のフォルダーが要る）",
    ),
    ("dry_run", "", "公開されるものを見せるだけで、何も書き込まない"),
    ("adopt", "", "以前の hoshin（build がそのまま公開だったもの）のサイトを引き継ぐ（一度だけ）"),
    ("port", "番号", "見るための番号（ポート）。0 なら空いている番号を選ぶ（省略時は 4000）"),
    ("open", "", "ブラウザーで開く"),
    (
        "poll",
        "ミリ秒",
        "決まった間隔（省略時は 700 ミリ秒）で原稿を見に行く（変更の知らせが届かないネットワークドライブ用）",
    ),
    ("editor", "URL", "指摘から編集ソフトを開く URL（{path}・{line}・{column} が入る）"),
    ("ready_file", "ファイル", "見られるようになったら、その URL をこのファイルに書く（スクリプト用）"),
    ("folder", "フォルダー", "作るフォルダー（新しいものか、空のもの）"),
    ("document_kind", "種類", "文書の種類（--from があれば、もとの文書と同じ）"),
    ("from", "文書", "写すもとの文書（例: r8/seisaku）"),
    ("jobs", "数", "使うプロセッサコアの数（省略時はすべて）"),
    ("locked", "", "アドレスの記録（.lock）に変わるところがあれば誤りとする"),
    ("document", "文書", "文書の名前（例: r8/seisaku-keiei）"),
    ("what", "対象", "id、引用、場所（r8/seisaku-keiei#s5-1）、サイトの URL"),
    ("gone", "id・文書", "公開済みの条項の id（例: k7f3q）または文書の名前（例: r8/seisaku-keiei）"),
    ("with_children", "", "その下の条項も"),
    ("id", "id", "公開済みの条項の id（例: k7f3q）"),
    ("ids", "id", "公開済みの条項の id（例: k7f3q）"),
    ("place", "場所", "今の本文の場所（例: r8/seisaku-keiei#s5-1）"),
    ("places", "場所", "今の本文の場所（例: r8/seisaku-keiei#s5-1）"),
    ("write", "", "記録する（省略時は、変わるところを見せるだけ）"),
    ("reason", "理由", "なくなった理由（省くと前に書いたまま、'' で取り消し）"),
    ("successor", "場所", "代わりになる条項の場所（省くと前に示したまま、'' で取り消し）"),
    ("lower", "下位の文書", "下位の文書の名前（例: r8/seisaku-keiei）"),
    ("upper", "上位の文書", "上位の文書の名前（例: r7/shisei-unei）"),
    ("old", "以前の名前", "文書の以前の名前"),
    ("new", "今の名前", "文書の今の名前"),
    ("text", "引用", "引用、id、場所（r8/seisaku-keiei#s5-1）、サイトの URL"),
    ("clause", "条項", "引用、id、場所（r8/seisaku-keiei#s5-1）"),
    ("clauses", "条項", "条項の引用・id・場所、または文書（省略時はすべて）"),
    ("channel", "投稿先", "投稿先 x、line など（何度でも書ける）"),
    ("thread", "", "1件に収まらない条項を、続きの投稿に分ける（できる投稿先だけ）"),
    ("json", "", "上限・残り・超過の位置も JSON で出す"),
    ("jsonl", "", "1行ずつ（JSON の文字列か text のあるオブジェクト）数える"),
    ("csv", "ファイル", "表（CSV）のファイル（書き出しで省くと標準出力）"),
    ("encoding", "文字コード", "utf-8（BOM 付き。省略時）または cp932"),
    ("out", "フォルダー", "書き出す先（空か、前に書き出した所）"),
    ("kind", "種類", "text、line、csv、ics、atom、qr、review、card（省略時は card 以外のすべて）"),
    ("require_approved", "", "承認のない投稿文を除く"),
    ("by", "氏名", "承認する人"),
    ("code", "コード", "指摘の [ ] の中に出るコード"),
    ("shell", "シェル", "bash、elvish、fish、powershell、zsh"),
];

const ABOUT: &str = "方針を Markdown で書き、条項ごとに番地のある公開サイトにします。";

const EXAMPLES: &str = "\
例:
  hoshin init houshin              書き換えて使える見本を置く
  hoshin new r9/a --from r8/a      次の年度の文書を、今の年度のものから書き始める
  hoshin check                     原稿の誤りを調べる（何も書き込みません）
  hoshin serve --open              書きながらブラウザーで見る
  hoshin build                     public/ にサイトを作る
  hoshin release                   公開する（これ以後、アドレスを守り続けます）
  hoshin serve --now 2026-04-01    4月1日の時点の姿をブラウザーで見る
  hoshin anchor list               文書ごとに条項のアドレスを見る
  hoshin explain                   指摘の一覧を見る

終了コード: 0 は問題なし、1 は直すべき指摘あり、2 は実行できなかったことを表します。";

const TEMPLATE: &str = "{about}\n\n使い方: {usage}\n\n{all-args}{after-help}";

/// The text below the help of a command.
const MORE: &[(&str, &str)] = &[
    (
        "init",
        "\
例:
  hoshin init houshin
  cd houshin
  hoshin build
  hoshin init town --lang en       英語の見本を置く

フォルダーは、新しいものか空のものに限ります。すでにあるファイルには触りません。見本は架空の市です。
見本の言語は表示の言語と同じです（--lang ja なら日本語、--lang en なら英語のサイト）。始めた後は、content/site.yaml の language が
ページと hoshin new の言語を決めます。",
    ),
    (
        "new",
        "\
例:
  hoshin new r9/seisaku --from r8/seisaku          前の年度の本文を写す（年度・日付・氏名は書き換える）
  hoshin new r9/seisaku --kind 部の運営方針        ひな形

年度は名前（r9）から読み取ります。できるのは下書きです。status: published と書くまで、だれにも見えません。
書き込む所には「要記入：」（英語のサイトでは TO FILL IN:）の目印があり、なくなるまで hoshin check が知らせます。
もとの文書からは本文を写します。目標の値・期限・達成状況と、id・注記・投稿文・承認は写しません（写さなかったものを知らせます）。
もとの文書の名前は replaces に残ります。",
    ),
    (
        "objective import",
        "\
原稿に値があるのに表の欄が空なら、取り込まずに知らせます。行が足りなくても、何も消えません。消すときは「削除」と書きます:
  値の欄                       その行の値を、時点・備考ごと消す（いくつもある値は、番号と時点で見分けます）
  期限の表記・SDGs・備考の欄   書いてあるものを消す（ほかの欄では「未設定」になります）
指標や目標そのものは、原稿を直して消します。--write を付けるまでは、変わる欄（元の値 → 新しい値）と消えるものを見せるだけです。
Excel が保存するときに入れ替える文字（「〜」と「～」など）の違いだけなら、変更とはみなしません。",
    ),
    (
        "release",
        "\
例:
  hoshin release --dry-run     公開されるものを確かめる
  hoshin release               public/ にサイトを作り、公開したものとして記録する

build では何も約束されません。一度も公開していない文は、直しても消しても跡が残りません。公開した条項のアドレスは、守り続けます。",
    ),
    (
        "serve",
        "\
下書きと公開前の文書も、印をつけて見せます。何も書き込まず、ほかの人からは見えません。Ctrl-C で終わります。

例:
  hoshin serve --open              書きながら見る（保存するたびに新しくなります）
  hoshin serve --now 2026-04-01    4月1日の時点の姿を見る
  hoshin serve --poll              ネットワークドライブの原稿を見る
  hoshin serve --editor 'idea://open?file=/{path}&line={line}'",
    ),
];

/// Gives the command line its Japanese help.
pub(super) fn localise(command: Command) -> Command {
    let command = words(command)
        .about(ABOUT)
        .override_usage("hoshin <コマンド> [オプション]")
        .after_help(EXAMPLES)
        .subcommand_help_heading("コマンド");
    let command = MORE.iter().fold(command, |command, (name, more)| {
        let known = |it: Command| it.after_help(*more).long_about(None);
        match name.split_once(' ') {
            None => command.mut_subcommand(name, known),
            Some((above, name)) => command.mut_subcommand(above, |it| it.mut_subcommand(name, known)),
        }
    });
    COMMANDS.iter().fold(command, |command, (name, about, usage)| {
        let known = |it: Command| words(it).about(*about).override_usage(*usage);
        match name.split_once(' ') {
            None => command.mut_subcommand(name, |it| known(it).subcommand_help_heading("命令")),
            Some((above, name)) => command.mut_subcommand(above, |it| it.mut_subcommand(name, known)),
        }
    })
}

fn words(command: Command) -> Command {
    command.help_template(TEMPLATE).mut_args(|argument| {
        let heading = if argument.is_positional() { "引数" } else { "オプション" };
        let known = ARGUMENTS.iter().find(|(id, ..)| argument.get_id() == id);
        let argument = argument.help_heading(heading);
        match known {
            None => argument,
            Some((_, "", help)) => argument.help(*help),
            Some((_, value, help)) => argument.help(*help).value_name(*value),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_and_argument_has_japanese_help_and_none_is_left_over() {
        let command = super::super::arguments::Arguments::command();
        let mut subcommands: Vec<String> = Vec::new();
        for above in command.get_subcommands() {
            subcommands.push(above.get_name().to_owned());
            subcommands
                .extend(above.get_subcommands().map(|below| format!("{} {}", above.get_name(), below.get_name())));
        }
        let mut named: Vec<_> = COMMANDS.iter().map(|(name, ..)| (*name).to_owned()).collect();
        subcommands.sort_unstable();
        named.sort_unstable();
        assert_eq!(subcommands, named);

        let mut arguments: Vec<_> = command
            .get_arguments()
            .chain(command.get_subcommands().flat_map(Command::get_arguments))
            .chain(command.get_subcommands().flat_map(Command::get_subcommands).flat_map(Command::get_arguments))
            .map(|argument| argument.get_id().as_str())
            .collect();
        let mut named: Vec<_> = ARGUMENTS.iter().map(|(id, ..)| *id).collect();
        arguments.sort_unstable();
        arguments.dedup();
        named.sort_unstable();
        assert_eq!(arguments, named);
    }

    #[test]
    fn clap_accepts_the_localised_definition() {
        localise(super::super::arguments::Arguments::command()).debug_assert();
    }
}
